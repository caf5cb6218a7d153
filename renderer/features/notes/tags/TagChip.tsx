import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { NoteTag } from '../../../../core/annotation/noteDetails.ts';
import { useMessages } from '../../../ui/messages.tsx';
import './tags.css';

/** A tag: its name, with its colour beside it. */
export function TagChip({
  tag,
  label = tag.name,
  onRemove,
}: {
  tag: NoteTag;
  label?: string;
  onRemove?: () => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <span className="note-tag">
      <span className="note-tag__dot" data-tag-colour={tag.colour} aria-hidden />
      <span className="note-tag__name">{label}</span>
      {onRemove !== undefined && (
        <AriaButton
          className="note-tag__remove"
          aria-label={t('tags.remove', { name: tag.name })}
          onPress={onRemove}
        >
          <X size={12} aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}
