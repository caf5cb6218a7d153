import type { ReactNode, Ref } from 'react';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { usePreparation } from '../PreparationContext.ts';

/** A line that becomes a note of the item, with the time it was said. */
export function QuickNote({
  itemId,
  fieldRef,
}: {
  readonly itemId: string;
  readonly fieldRef: Ref<HTMLInputElement>;
}): ReactNode {
  const { t, formatTime } = useMessages();
  const { session } = usePreparation();
  const [text, setText] = useState('');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    const time = formatTime(Date.now());
    const id = await session.add(itemId, 'note', { text: `${time} ${text.trim()}` });
    if (id === null) return;
    setText('');
    setSavedAt(time);
  };
  return (
    <form
      className="prep-live__quick"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('preparation.meetingMode.quick')}
        aria-keyshortcuts="N"
        inputRef={fieldRef}
        value={text}
        onChange={setText}
      />
      <Button type="submit" variant="primary">
        {t('preparation.meetingMode.quickSave')}
      </Button>
      <p aria-live="polite" className="prep-quiet">
        {savedAt === null
          ? t('preparation.meetingMode.keys')
          : t('preparation.meetingMode.saved', { time: savedAt })}
      </p>
    </form>
  );
}
