import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';

const shortCharacters = 400;
const shortLines = 9;

const isLong = (text: string): boolean =>
  text.length > shortCharacters || text.split('\n').length > shortLines;

/** What was written; a press opens the editor. A long text is folded until asked for. */
export function NoteWords({ text, onEdit }: { text: string; onEdit: () => void }): ReactNode {
  const { t } = useMessages();
  const [isUnfolded, setIsUnfolded] = useState(false);
  if (text.trim() === '')
    return (
      <Button size="small" variant="quiet" className="note-card__add-text" onPress={onEdit}>
        {t('notes.addText')}
      </Button>
    );
  const isFolded = isLong(text) && !isUnfolded;
  return (
    <>
      {/* Pressing the words is a short cut for the pencil above; words being selected for copying are left alone. */}
      <div
        className="note-card__text"
        data-folded={isFolded || undefined}
        onClick={({ ctrlKey, metaKey, shiftKey }) => {
          const isChoosing = ctrlKey || metaKey || shiftKey;
          if (!isChoosing && getSelection()?.isCollapsed !== false) onEdit();
        }}
      >
        {text}
      </div>
      {isLong(text) && (
        <AriaButton
          className="note-card__link"
          aria-expanded={isUnfolded}
          onPress={() => setIsUnfolded(!isUnfolded)}
        >
          {t(isUnfolded ? 'notes.showLess' : 'notes.showAll')}
        </AriaButton>
      )}
    </>
  );
}
