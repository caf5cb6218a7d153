import { Pencil, Tags, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import type { AskedAct } from '../../../../core/annotation/noteActs.ts';
import { tagColours, type NoteTag } from '../../../../core/annotation/noteDetails.ts';
import type { TagInUse } from '../../../../core/annotation/tags.ts';
import {
  actsToChangeTag,
  actsToUntag,
  longestTagName,
  tagKey,
  tagName,
} from '../../../../core/annotation/tags.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { TagChip } from './TagChip.tsx';
import './tags.css';

/** The tags of the meeting: naming and colouring them anew, merging two, deleting one, on all notes at once. */
export function TagsDialog({
  notes,
  tags,
  onAct,
  onClose,
}: {
  notes: readonly Annotation[];
  tags: readonly TagInUse[];
  onAct: (acts: readonly AskedAct[], said: 'tags.said.changed' | 'tags.said.deleted') => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <Dialog
      title={t('tags.manage')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('tags.done')}</Button>}
    >
      {tags.length === 0 ? (
        <EmptyState icon={<Tags size={28} aria-hidden />} title={t('tags.none')}>
          {t('tags.noneHint')}
        </EmptyState>
      ) : (
        <>
          <p>{t('tags.manage.text')}</p>
          <ul className="tag-rows">
            {tags.map((tag) =>
              edited === tag.name ? (
                <li key={tagKey(tag.name)}>
                  <TagForm
                    tag={tag}
                    tags={tags}
                    onKeep={(next) => {
                      setEdited(null);
                      onAct(actsToChangeTag(notes, tag.name, next), 'tags.said.changed');
                    }}
                    onCancel={() => setEdited(null)}
                  />
                </li>
              ) : (
                <li key={tagKey(tag.name)} className="tag-row">
                  <TagChip tag={tag} />
                  <span className="tag-row__uses">
                    {t(`tags.colour.${tag.colour}`)} · {t('tags.uses', { count: tag.count })}
                  </span>
                  <IconButton
                    size="small"
                    label={t('tags.editTag', { name: tag.name })}
                    icon={<Pencil size={15} aria-hidden />}
                    onPress={() => setEdited(tag.name)}
                  />
                  <IconButton
                    size="small"
                    label={t('tags.deleteTag', { name: tag.name })}
                    icon={<Trash2 size={15} aria-hidden />}
                    onPress={() => onAct(actsToUntag(notes, tag.name), 'tags.said.deleted')}
                  />
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function TagForm({
  tag,
  tags,
  onKeep,
  onCancel,
}: {
  tag: TagInUse;
  tags: readonly TagInUse[];
  onKeep: (tag: NoteTag) => void;
  onCancel: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [name, setName] = useState(tag.name);
  const [colour, setColour] = useState(tag.colour);
  const other = tags.find(
    (each) => tagKey(each.name) === tagKey(name) && tagKey(each.name) !== tagKey(tag.name),
  );
  return (
    <form
      className="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (tagName(name) !== '') onKeep({ name: other?.name ?? name, colour });
      }}
    >
      <TextField
        label={t('tags.name')}
        autoFocus
        maxLength={longestTagName}
        value={name}
        onChange={setName}
        {...(other === undefined ? {} : { description: t('tags.mergeHint', { name: other.name }) })}
      />
      <Select
        label={t('tags.colour')}
        value={colour}
        onChange={setColour}
        choices={tagColours.map((value) => ({
          value,
          label: t(`tags.colour.${value}`),
          icon: <span className="note-tag__dot" data-tag-colour={value} aria-hidden />,
        }))}
      />
      <div className="tag-form__buttons">
        <Button onPress={onCancel}>{t('ui.cancel')}</Button>
        <Button variant="primary" type="submit" isDisabled={tagName(name) === ''}>
          {other === undefined ? t('tags.rename') : t('tags.mergeInto', { name: other.name })}
        </Button>
      </div>
    </form>
  );
}
