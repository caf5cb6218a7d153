import { Merge, MousePointerClick, Shapes } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLayoutEffect } from 'react';
import { findDraftItem } from '../../../../core/draft/agendaTree.ts';
import { itemKinds } from '../../../../core/pack/manifest.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { itemKindIcons } from '../../../ui/kindIcons.ts';
import { DifferenceView } from '../difference/DifferenceView.tsx';
import { BriefingForm } from '../item/BriefingForm.tsx';
import { ItemForm } from '../item/ItemForm.tsx';
import { MeetingForm } from '../meeting/MeetingForm.tsx';
import { useDraft } from '../session/useDraft.ts';
import { useEditor, useEditorState } from './useEditor.ts';

/** What is being worked on: the meeting, one item, several at once, or a briefing. */
export function MiddlePane({
  onAddFiles,
}: {
  onAddFiles: (itemId: string, paths: readonly string[] | null) => void;
}): ReactNode {
  const shown = useEditorState((state) => state.shown);
  const selected = useEditorState((state) => state.selected);
  const items = useDraft((draft) => draft.items);
  const briefingId = useEditorState((state) => state.briefingId);
  const briefing = useDraft((draft) => draft.briefings.find(({ id }) => id === briefingId));
  useFromTheTop(`${shown} ${briefingId} ${[...selected].join(' ')}`);
  if (shown === 'meeting') return <MeetingForm />;
  if (shown === 'difference') return <DifferenceView />;
  if (shown === 'briefing' && briefing !== undefined)
    return <BriefingForm key={briefing.id} briefing={briefing} />;
  if (selected.size > 1) return <SeveralItems />;
  const [id] = selected;
  const item = id === undefined ? undefined : findDraftItem(items, id)?.item;
  if (item === undefined) return <MeetingForm />;
  return <ItemForm key={item.id} item={item} onAddFiles={(paths) => onAddFiles(item.id, paths)} />;
}

/** Another item begins at its top, not where the one before was left. */
function useFromTheTop(place: string): void {
  useLayoutEffect(() => document.querySelector('.sec-pane--item')?.scrollTo?.({ top: 0 }), [place]);
}

function SeveralItems(): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const count = useEditorState((state) => state.selected.size);
  return (
    <EmptyState
      icon={<MousePointerClick size={24} aria-hidden />}
      title={t('secretary.selected', { count })}
      actions={
        <>
          <Button icon={<Merge size={15} aria-hidden />} onPress={() => void model.join()}>
            {t('secretary.joinMany')}
          </Button>
          <Menu
            label={t('secretary.changeKind')}
            trigger={<Button icon={<Shapes size={15} aria-hidden />}>{t('secretary.changeKind')}</Button>}
          >
            {itemKinds.map((kind) => {
              const Icon = itemKindIcons[kind];
              return (
                <MenuItem
                  key={kind}
                  icon={<Icon size={15} aria-hidden />}
                  onAction={() => void model.changeSelected({ itemKind: kind })}
                >
                  {t(`agenda.kind.${kind}`)}
                </MenuItem>
              );
            })}
          </Menu>
        </>
      }
    >
      {t('secretary.selectedText')}
    </EmptyState>
  );
}
