import { Pencil } from 'lucide-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ClassMenu } from './ClassMenu.tsx';
import { ConflictingTexts } from './ConflictingTexts.tsx';
import { NoteEditor, NoteTextState } from './NoteEditor.tsx';
import { colourOf, noteKindIcons } from './noteLooks.ts';
import { NoteMenu } from './NoteMenu.tsx';
import { NotePlacementState } from './placing/NotePlacementState.tsx';
import { NoteWords } from './NoteWords.tsx';
import type { NoteTextSaver } from './noteTextSaver.ts';
import type { NoteCardActions, ShownNote } from './shownNote.ts';
import { useNoteText } from './useNoteText.ts';
import { useNoteWords } from './useNoteWords.ts';
import './notes.css';
import './noteCard.css';

export interface NoteCardProps {
  readonly shown: ShownNote;
  readonly isActive: boolean;
  readonly isEditing: boolean;
  readonly saver: NoteTextSaver;
  readonly actions: NoteCardActions;
}

/** One note: its kind and colour in words, its place, the words it stands on, what was written, and who it is for. */
export function NoteCard({ shown, isActive, isEditing, saver, actions }: NoteCardProps): ReactNode {
  const { t, formatDateTime } = useMessages();
  const words = useNoteWords();
  const { note, place, key } = shown;
  const written = useNoteText(saver, key, note.text);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  useFocusKept(card, isEditing);
  const text = written !== null && written.status !== 'saved' ? written.text : note.text;
  const canGoTo = place.heading.type !== 'elsewhere';
  return (
    <article
      ref={card}
      className="note-card"
      data-kind={note.kind}
      data-colour={colourOf(note.kind, note.colour) ?? undefined}
      data-active={isActive || undefined}
      aria-label={words.label(shown)}
      onKeyDown={(event) => cardKeys(event, shown, actions)}
    >
      <div className="note-card__top">
        <AriaButton
          className="note-card__place"
          data-note-place
          isDisabled={!canGoTo}
          aria-label={t('notes.goToNote', { note: words.label(shown) })}
          onPress={() => actions.onGoTo(shown)}
        >
          <NoteHead shown={shown} />
        </AriaButton>
        <div className="note-card__actions">
          {!isEditing && text.trim() !== '' && (
            <IconButton
              size="small"
              className="note-card__menu"
              label={t('notes.editText')}
              shortcut="F2"
              icon={<Pencil size={14} aria-hidden />}
              onPress={() => actions.onStartEditing(key)}
            />
          )}
          <NoteMenu shown={shown} canGoTo={canGoTo} actions={actions} />
        </div>
      </div>
      {place.onOlderVersion && (
        <p className="note-card__older">
          <Badge tone="warning">{t('notes.olderVersion')}</Badge>
        </p>
      )}
      {actions.placing !== undefined && <NotePlacementState shown={shown} actions={actions.placing} />}
      {isEditing ? (
        <NoteEditor
          label={t('notes.textOf', { note: words.label(shown) })}
          noteKey={key}
          stored={note.text}
          written={written}
          saver={saver}
          onClose={() => actions.onStopEditing(key)}
        />
      ) : (
        <>
          <NoteWords text={text} onEdit={() => actions.onStartEditing(key)} />
          {written?.status === 'failed' && (
            <NoteTextState written={written} onRetry={() => void saver.flush(key)} />
          )}
        </>
      )}
      {note.conflictingTexts.length > 0 && (
        <ConflictingTexts note={note} onChoose={(chosen) => actions.onChange(key, { text: chosen })} />
      )}
      <footer className="note-card__foot">
        <ClassMenu
          noteClass={note.noteClass}
          onChange={(noteClass) => actions.onChange(key, { noteClass })}
        />
        {note.modifiedAt > 0 && (
          <time className="note-card__time">{formatDateTime(note.modifiedAt, 'short')}</time>
        )}
      </footer>
    </article>
  );
}

/** Closing the editor by key leaves the focus on the note, not nowhere. */
function useFocusKept(card: RefObject<HTMLElement | null>, isEditing: boolean): void {
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    const isClosed = wasEditing.current && !isEditing;
    wasEditing.current = isEditing;
    if (isClosed && document.activeElement === document.body)
      card.current?.querySelector<HTMLElement>('[data-note-place]')?.focus();
  }, [card, isEditing]);
}

function NoteHead({ shown: { note, place } }: { shown: ShownNote }): ReactNode {
  const words = useNoteWords();
  const Icon = noteKindIcons[note.kind];
  return (
    <>
      <span className="note-card__head">
        <Icon size={15} aria-hidden className="note-card__icon" />
        <span className="note-card__kind">{words.kind(note)}</span>
        <span className="note-card__page">{words.page(place)}</span>
      </span>
      {place.quote !== '' && <span className="note-card__quote">{place.quote}</span>}
    </>
  );
}

/** Keys on a note while nothing is being written in it; arrows go to the note before or after. */
function cardKeys(event: KeyboardEvent<HTMLElement>, shown: ShownNote, actions: NoteCardActions): void {
  const { target } = event;
  // Keys in the note's menus and dialogs bubble here too, though they stand elsewhere in the page.
  if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return;
  if (target instanceof HTMLTextAreaElement) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  switch (event.key) {
    case 'F2':
      actions.onStartEditing(shown.key);
      break;
    case 'Delete':
      if (!focusNeighbour(event.currentTarget, 1)) focusNeighbour(event.currentTarget, -1);
      actions.onRemove(shown.key);
      break;
    case 'ArrowDown':
      focusNeighbour(event.currentTarget, 1);
      break;
    case 'ArrowUp':
      focusNeighbour(event.currentTarget, -1);
      break;
    default:
      return;
  }
  event.preventDefault();
}

function focusNeighbour(card: HTMLElement, step: 1 | -1): boolean {
  const cards = [...(card.closest('.notes')?.querySelectorAll<HTMLElement>('.note-card') ?? [])];
  const target = cards[cards.indexOf(card) + step]?.querySelector<HTMLElement>('[data-note-place]');
  target?.focus();
  return target != null;
}
