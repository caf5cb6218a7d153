import { Plus } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { NoteTag } from '../../../../core/annotation/noteDetails.ts';
import type { TagInUse } from '../../../../core/annotation/tags.ts';
import {
  hasTag,
  longestTagName,
  nextTagColour,
  tagKey,
  tagName,
  tagsLike,
} from '../../../../core/annotation/tags.ts';
import { useMessages } from '../../../ui/messages.tsx';
import './tags.css';

const mostSuggestions = 8;

/**
 * Writing a tag: those that exist are suggested. Enter takes the marked suggestion or what was written, Backspace in the
 * empty field takes away the last tag.
 */
export function TagField({
  known,
  chosen,
  onAdd,
  onRemoveLast,
  onClose,
}: {
  known: readonly TagInUse[];
  chosen: readonly NoteTag[];
  onAdd: (tag: NoteTag) => void;
  onRemoveLast: () => void;
  /** Escape. */
  onClose?: () => void;
}): ReactNode {
  const { t } = useMessages();
  const listId = useId();
  const [written, setWritten] = useState('');
  const [marked, setMarked] = useState<number | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const choices = choicesFor(written, known, chosen);
  const at = marked !== null && marked < choices.length ? marked : null;
  const isShown = isOpen && choices.length > 0;
  const add = (tag: NoteTag): void => {
    onAdd(tag);
    setWritten('');
    setMarked(null);
  };
  const step = (by: 1 | -1): void => {
    setIsOpen(true);
    const start = at ?? (by === 1 ? -1 : choices.length);
    setMarked((start + by + choices.length) % Math.max(1, choices.length));
  };
  const act = (event: KeyboardEvent): boolean => {
    switch (event.key) {
      case 'ArrowDown':
        step(1);
        return true;
      case 'ArrowUp':
        step(-1);
        return true;
      case 'Enter': {
        const taken =
          (at === null ? exact(written, known) : choices[at]) ?? choices.find(({ isNew }) => isNew);
        if (taken !== undefined) add({ name: taken.name, colour: taken.colour });
        return true;
      }
      case 'Backspace':
        if (written === '') onRemoveLast();
        return written === '';
      case 'Escape':
        if (isShown && written !== '') setIsOpen(false);
        else onClose?.();
        return isShown || onClose !== undefined;
      default:
        return false;
    }
  };
  return (
    <div className="tag-field">
      <input
        className="ui-field__input tag-field__input"
        role="combobox"
        aria-label={t('tags.field')}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(isShown && at !== null ? { 'aria-activedescendant': `${listId}-${at}` } : {})}
        ref={field}
        placeholder={t('tags.fieldHint')}
        value={written}
        maxLength={longestTagName}
        onChange={(event) => {
          setWritten(event.target.value);
          setMarked(null);
          setIsOpen(true);
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
          if (!act(event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <ul
        id={listId}
        className="tag-field__list"
        role="listbox"
        aria-label={t('tags.suggestions')}
        hidden={!isShown}
      >
        {choices.map((choice, index) => (
          <li
            key={choice.isNew ? 'new' : tagKey(choice.name)}
            id={`${listId}-${index}`}
            className="tag-field__choice"
            role="option"
            aria-selected={index === at}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => add({ name: choice.name, colour: choice.colour })}
          >
            {choice.isNew ? (
              <Plus size={13} aria-hidden />
            ) : (
              <span className="note-tag__dot" data-tag-colour={choice.colour} aria-hidden />
            )}
            <span>{choice.isNew ? t('tags.make', { name: choice.name }) : choice.name}</span>
            {!choice.isNew && <span className="tag-field__count">{choice.count}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TagChoice extends NoteTag {
  readonly isNew: boolean;
  readonly count: number;
}

const exact = (written: string, known: readonly TagInUse[]): NoteTag | undefined =>
  known.find(({ name }) => tagKey(name) === tagKey(written));

function choicesFor(
  written: string,
  known: readonly TagInUse[],
  chosen: readonly NoteTag[],
): readonly TagChoice[] {
  const free = known.filter(({ name }) => !hasTag({ tags: chosen }, name));
  const fitting = tagsLike(written, free)
    .slice(0, mostSuggestions)
    .map((tag) => ({ ...tag, isNew: false }));
  const name = tagName(written);
  if (name === '' || exact(name, known) !== undefined) return fitting;
  return [...fitting, { name, colour: nextTagColour(known), isNew: true, count: 0 }];
}
