import { ListChecks, Tag, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { TagInUse } from '../../../../core/annotation/tags.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { OfficeWarning } from '../OfficeWarning.tsx';
import type { SeveralNoteActions } from '../shownNote.ts';
import { actsToRemove, actsToSetClass } from './severalActs.ts';
import { SelectedTagsDialog } from './SelectedTagsDialog.tsx';
import { SelectionMenu } from './SelectionMenu.tsx';
import type { NoteSelection } from './useNoteSelection.ts';
import './selection.css';

/** How many notes are chosen and what can be done with them; nothing while none is. */
export function SelectionBar({
  selection,
  tags,
  actions,
}: {
  selection: NoteSelection;
  tags: readonly TagInUse[];
  actions: SeveralNoteActions;
}): ReactNode {
  const { t } = useMessages();
  const [asks, setAsks] = useState<'tags' | 'office' | null>(null);
  const { notes: chosen } = selection;
  const count = chosen.length;
  const notes = chosen.map(({ note }) => note);
  const close = (): void => setAsks(null);
  return (
    <>
      <div role="status">
        <VisuallyHidden>{count === 0 ? '' : t('several.count', { count })}</VisuallyHidden>
      </div>
      {count > 0 && (
        <div className="note-selection" role="toolbar" aria-label={t('several.bar')}>
          <span className="note-selection__count" aria-hidden>
            {t('several.count', { count })}
          </span>
          <Button size="small" icon={<Tag size={14} aria-hidden />} onPress={() => setAsks('tags')}>
            {t('several.tags')}
          </Button>
          <SelectionMenu
            chosen={chosen}
            actions={actions}
            onToOffice={() => setAsks('office')}
            trigger={
              <Button size="small" icon={<ListChecks size={14} aria-hidden />}>
                {t('several.doWith')}
              </Button>
            }
          />
          <IconButton
            size="small"
            label={t('several.removeChosen')}
            shortcut="Del"
            icon={<Trash2 size={16} aria-hidden />}
            onPress={() => actions.onAct(actsToRemove(notes), 'several.said.removed')}
          />
          <IconButton
            size="small"
            label={t('several.clear')}
            shortcut="Esc"
            icon={<X size={16} aria-hidden />}
            onPress={selection.clear}
          />
        </div>
      )}
      {asks === 'tags' && count > 0 && (
        <SelectedTagsDialog notes={notes} known={tags} onAct={actions.onAct} onClose={close} />
      )}
      <OfficeWarning
        title={t('several.office.title', { count })}
        isOpen={asks === 'office' && count > 0}
        onClose={close}
        onConfirm={() => actions.onAct(actsToSetClass(notes, 'toOffice'), 'several.said.changed')}
      />
    </>
  );
}
