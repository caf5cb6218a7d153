import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { errorTexts } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { NoteText, NoteTextSaver } from './noteTextSaver.ts';

/** Writing in a note: stored by itself while writing and on leaving. Escape and Ctrl+Enter close it. */
export function NoteEditor({
  label,
  noteKey,
  stored,
  written,
  saver,
  onClose,
}: {
  label: string;
  noteKey: string;
  stored: string;
  written: NoteText | null;
  saver: NoteTextSaver;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const closeByKey = (event: KeyboardEvent): void => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div className="note-editor">
      <textarea
        ref={area}
        className="note-editor__area"
        aria-label={label}
        placeholder={t('notes.writeHere')}
        value={written?.text ?? stored}
        maxLength={1_000_000}
        rows={2}
        onChange={(event) => saver.type(noteKey, event.target.value)}
        onBlur={(event) => leave(event, onClose, () => void saver.flush(noteKey))}
        onKeyDown={closeByKey}
      />
      <NoteTextState written={written} onRetry={() => void saver.flush(noteKey)} />
    </div>
  );
}

/** Leaving the field stores; leaving the note altogether also closes the field. Its own menus belong to it. */
function leave(event: FocusEvent<HTMLTextAreaElement>, close: () => void, store: () => void): void {
  store();
  const goesTo = event.relatedTarget;
  if (goesTo === null || goesTo.closest('.ui-popover, .ui-dialog-overlay') !== null) return;
  if (event.currentTarget.closest('.note-card')?.contains(goesTo) !== true) close();
}

/** "Sparad här" stands only when the newest words are stored. */
export function NoteTextState({
  written,
  onRetry,
}: {
  written: NoteText | null;
  onRetry: () => void;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  if (written === null) return null;
  if (written.status === 'failed') {
    const words = written.error === null ? null : errorTexts(messages, written.error);
    return (
      <div className="note-state note-state--failed" role="alert">
        <CircleAlert size={14} aria-hidden />
        <span>
          {t('notes.notSaved')}
          {words !== null && ` ${words.title}. ${words.doThis}`}
        </span>
        <Button size="small" onPress={onRetry}>
          {t('notes.tryAgain')}
        </Button>
      </div>
    );
  }
  if (written.text.trim() === '' && written.status !== 'saving') return null;
  return (
    <p className="note-state" data-status={written.status}>
      {written.status === 'saved' && <Check size={13} aria-hidden />}
      {written.status === 'saving' && <LoaderCircle size={13} aria-hidden />}
      {t(`notes.status.${written.status}`)}
    </p>
  );
}
