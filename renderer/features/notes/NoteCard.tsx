import { Pencil } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Badge } from '../../ui/Badge.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { cardKeys } from './cardKeys.ts';
import { ClassMenu } from './ClassMenu.tsx';
import { ConflictingTexts } from './ConflictingTexts.tsx';
import { NoteEditor, NoteTextState } from './NoteEditor.tsx';
import { colourOf, noteKindIcons } from './noteLooks.ts';
import { NoteMenu } from './NoteMenu.tsx';
import { NotePlacementState } from './placing/NotePlacementState.tsx';
import { NoteWords } from './NoteWords.tsx';
import type { ListedState } from './NoteList.tsx';
import { chooseWith, isBesideControls } from './selection/chooseWith.ts';
import type { ShownNote } from './shownNote.ts';
import { originWords } from './originWords.ts';
import { NoteTags } from './tags/NoteTags.tsx';
import { useNoteText } from './useNoteText.ts';
import { useNoteWords } from './useNoteWords.ts';
import './notes.css';
import './noteCard.css';

export interface NoteCardProps {
  readonly shown: ShownNote;
  readonly isActive: boolean;
  readonly isEditing: boolean;
  readonly state: ListedState;
}

/** One note: its kind and colour in words, its place, the words it stands on, what was written, and who it is for. */
export function NoteCard({ shown, isActive, isEditing, state }: NoteCardProps): ReactNode {
  const { saver, actions, selection } = state;
  const messages = useMessages();
  const { t, formatDateTime } = messages;
  const words = useNoteWords();
  const { note, place, key } = shown;
  const isChosen = selection.has(key);
  const [isTagging, setIsTagging] = useState(false);
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
      data-chosen={isChosen || undefined}
      data-note-key={key}
      aria-label={words.label(shown)}
      onKeyDown={(event) => cardKeys(event, shown, state)}
      onMouseDown={(event) => {
        // A range of notes is chosen, not a range of words.
        if (event.shiftKey && isBesideControls(event)) event.preventDefault();
      }}
      onClick={(event) => {
        if (isBesideControls(event)) chooseWith(event, key, selection);
      }}
    >
      <div className="note-card__top">
        <AriaButton
          className="note-card__place"
          data-note-place
          aria-disabled={!canGoTo}
          aria-label={t('notes.goToNote', { note: words.label(shown) })}
          onPress={(event) => {
            if (!chooseWith(event, key, selection) && canGoTo) actions.onGoTo(shown);
          }}
        >
          <NoteHead shown={shown} />
        </AriaButton>
        {note.modifiedAt > 0 && (
          <div className="note-card__select">
            <Checkbox
              label={t('several.select', { note: words.label(shown) })}
              isSelected={isChosen}
              isSkipped={selection.notes.length === 0}
              onChange={() => selection.toggle(key)}
            />
          </div>
        )}
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
          <NoteMenu shown={shown} canGoTo={canGoTo} state={state} onTag={() => setIsTagging(true)} />
        </div>
      </div>
      {place.onOlderVersion && (
        <p className="note-card__older">
          <Badge tone="warning">{t('notes.olderVersion')}</Badge>
        </p>
      )}
      {actions.clipOf?.(shown)}
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
      {note.origin != null && <p className="note-card__origin">{originWords(messages, note)}</p>}
      <NoteTags
        note={note}
        known={state.tags}
        isEditing={isTagging}
        onChange={(tags) => actions.onChange(key, { tags })}
        onClose={() => {
          setIsTagging(false);
          card.current?.querySelector<HTMLElement>('[data-note-place]')?.focus();
        }}
      />
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
