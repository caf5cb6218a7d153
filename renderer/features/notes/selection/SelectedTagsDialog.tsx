import type { ReactNode } from 'react';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import type { TagInUse } from '../../../../core/annotation/tags.ts';
import { actsToTag, actsToUntag, tagsInUse } from '../../../../core/annotation/tags.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { SeveralNoteActions } from '../shownNote.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { TagField } from '../tags/TagField.tsx';

/** The tags of the chosen notes: one more on all, or one less. */
export function SelectedTagsDialog({
  notes,
  known,
  onAct,
  onClose,
}: {
  notes: readonly Annotation[];
  known: readonly TagInUse[];
  onAct: SeveralNoteActions['onAct'];
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const tags = tagsInUse(notes);
  const onAll = tags.filter(({ count }) => count === notes.length);
  const untag = (name: string): void => onAct(actsToUntag(notes, name), 'several.said.changed');
  return (
    <Dialog
      title={t('several.tagsTitle', { count: notes.length })}
      isOpen
      size="small"
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('tags.done')}</Button>}
    >
      <div className="note-selection__tags">
        <ul className="note-tags__list" aria-label={t('tags.of')}>
          {tags.map((tag) => (
            <li key={tag.name}>
              <TagChip
                tag={tag}
                label={
                  tag.count === notes.length
                    ? tag.name
                    : t('tags.onSome', { name: tag.name, some: tag.count, all: notes.length })
                }
                onRemove={() => untag(tag.name)}
              />
            </li>
          ))}
        </ul>
        <TagField
          known={known}
          chosen={onAll}
          onAdd={(tag) => onAct(actsToTag(notes, tag), 'several.said.changed')}
          onRemoveLast={() => {
            const last = tags.at(-1);
            if (last !== undefined) untag(last.name);
          }}
          onClose={onClose}
        />
      </div>
    </Dialog>
  );
}
