import { useEffect, useRef, useState } from 'react';
import type { DraftEdit } from '../../../../core/draft/draftEdit.ts';
import { useDraftSession } from './useDraft.ts';

export interface FieldText {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

/**
 * A text field of the draft: it shows what is typed at once and stores it after a pause, on leaving and before anything
 * else is done. `editOf` makes the edit, null for words that cannot be stored as they are.
 */
export function useFieldText(
  field: string,
  stored: string,
  editOf: (text: string) => DraftEdit | null,
): FieldText {
  const written = useWritten(field, stored);
  const latest = useRef(editOf);
  latest.current = editOf;
  return {
    value: written.value,
    onChange: (text) => written.type(text, () => latest.current(text)),
    onBlur: () => void written.leave(),
  };
}

export interface Written<T> {
  readonly value: T;
  readonly type: (value: T, editOf: () => DraftEdit | null) => void;
  /** Stores what was written; then the stored value counts again. */
  readonly leave: () => Promise<void>;
}

/**
 * A value of the draft while it is being written. What is written stays as it is written, also when it is stored a
 * little cleaner; a value that came from elsewhere, by undo for one, takes its place.
 */
export function useWritten<T>(field: string, stored: T): Written<T> {
  const session = useDraftSession();
  const [written, setWritten] = useState<{ readonly value: T } | null>(null);
  const newest = useRef<{ readonly value: T; readonly isUsable: boolean } | null>(null);
  useEffect(() => {
    if (!session.isBusyWith(field)) setWritten(null);
  }, [session, field, stored]);
  useEffect(() => () => void session.flush(field), [session, field]);
  return {
    value: written === null ? stored : written.value,
    type: (value, editOf) => {
      newest.current = { value, isUsable: editOf() !== null };
      setWritten(newest.current);
      session.type(field, editOf);
    },
    leave: async () => {
      const left = newest.current;
      await session.flush(field);
      // Words that could not be stored as they are stay, with what is wrong with them.
      if (newest.current === left && left?.isUsable === true && !session.hasUnsaved) setWritten(null);
    },
  };
}
