import { Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import type { NoteTag } from '../../../../core/annotation/noteDetails.ts';
import type { TagInUse } from '../../../../core/annotation/tags.ts';
import { mostTags, withoutTag, withTag } from '../../../../core/annotation/tags.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TagChip } from './TagChip.tsx';
import { TagField } from './TagField.tsx';
import './tags.css';

/** The tags of a note; while they are being changed each can be taken off, and there is a field for more. */
export function NoteTags({
  note,
  known,
  isEditing,
  onChange,
  onClose,
}: {
  note: Annotation;
  known: readonly TagInUse[];
  isEditing: boolean;
  onChange: (tags: readonly NoteTag[]) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const { tags = [] } = note;
  if (tags.length === 0 && !isEditing) return null;
  return (
    <div className="note-tags" data-editing={isEditing || undefined}>
      <ul className="note-tags__list" aria-label={t('tags.of')}>
        {tags.map((tag) => (
          <li key={tag.name}>
            <TagChip
              tag={tag}
              {...(isEditing ? { onRemove: () => onChange(withoutTag(tags, tag.name)) } : {})}
            />
          </li>
        ))}
      </ul>
      {isEditing && (
        <div className="note-tags__edit">
          {tags.length < mostTags ? (
            <TagField
              known={known}
              chosen={tags}
              onAdd={(tag) => onChange(withTag(tags, tag))}
              onRemoveLast={() => tags.length > 0 && onChange(tags.slice(0, -1))}
              onClose={onClose}
            />
          ) : (
            <p className="note-tags__full">{t('tags.full', { count: mostTags })}</p>
          )}
          <Button size="small" icon={<Tag size={13} aria-hidden />} onPress={onClose}>
            {t('tags.done')}
          </Button>
        </div>
      )}
    </div>
  );
}
