import { Merge, MousePointerClick } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLayoutEffect } from 'react';
import { findDraftItem } from '../../../../core/draft/agendaTree.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { DifferenceView } from '../difference/DifferenceView.tsx';
import { ItemForm } from '../item/ItemForm.tsx';
import { MeetingForm } from '../meeting/MeetingForm.tsx';
import { useDraft } from '../session/useDraft.ts';
import { useEditor, useEditorState } from './useEditor.ts';

/** What is being worked on: the meeting, one item, or several at once. */
export function MiddlePane({
  onAddFiles,
}: {
  onAddFiles: (itemId: string, paths: readonly string[] | null) => void;
}): ReactNode {
  const shown = useEditorState((state) => state.shown);
  const selected = useEditorState((state) => state.selected);
  const items = useDraft((draft) => draft.items);
  useFromTheTop(`${shown} ${[...selected].join(' ')}`);
  if (shown === 'meeting') return <MeetingForm />;
  if (shown === 'difference') return <DifferenceView />;
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
        <Button icon={<Merge size={15} aria-hidden />} onPress={() => void model.join()}>
          {t('secretary.joinMany')}
        </Button>
      }
    >
      {t('secretary.selectedText')}
    </EmptyState>
  );
}
