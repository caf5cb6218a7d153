import { CalendarClock, GitCompareArrows, ListPlus, Plus } from 'lucide-react';
import type { DragEvent, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Tree } from 'react-aria-components/Tree';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import { runningClock } from '../../../../core/draft/runningClock.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useEditor, useEditorState, useFocusField } from '../editor/useEditor.ts';
import { carriesFiles, droppedPaths } from '../editor/droppedFiles.ts';
import { useDraft, useDraftState } from '../session/useDraft.ts';
import { AgendaFoot } from './AgendaFoot.tsx';
import { agendaLines } from './agendaLines.ts';
import { agendaRows } from './agendaRows.tsx';
import { BriefingPlaces } from './BriefingPlaces.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { findingsByItem } from './findingsByItem.ts';
import { useAgendaDragging } from './useAgendaDragging.ts';
import './agendaEditor.css';

/** The agenda as it is being made: chosen, moved, numbered and filled. */
export function AgendaEditor({
  onFilesOnItem,
  onImport,
}: {
  onFilesOnItem: (itemId: string, paths: readonly string[]) => void;
  /** Offers to take in a folder of files; nothing is offered while it is not there. */
  onImport?: () => void;
}): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const items = useDraft(({ items }) => items);
  const selected = useEditorState((state) => state.selected);
  const addButton = useFocusField<HTMLButtonElement>('addItem');
  return (
    <div className="sec-agenda">
      <Places />
      <div className="sec-agenda__head">
        <h2 className="sec-agenda__title">{t('agenda.title')}</h2>
        <Button
          ref={addButton}
          size="small"
          icon={<Plus size={15} aria-hidden />}
          onPress={() => void model.addItem()}
        >
          {t('secretary.addItem')}
        </Button>
      </div>
      {items.length === 0 ? (
        <NoItems {...(onImport === undefined ? {} : { onImport })} />
      ) : (
        <AgendaTree onFilesOnItem={onFilesOnItem} />
      )}
      <BriefingPlaces />
      {selected.size > 1 && <SelectionBar />}
      {items.length > 0 && <AgendaFoot />}
    </div>
  );
}

function NoItems({ onImport }: { onImport?: () => void }): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  return (
    <EmptyState
      icon={<ListPlus size={24} aria-hidden />}
      title={t('secretary.noItems.title')}
      actions={
        <>
          {onImport && (
            <Button variant="primary" onPress={onImport}>
              {t('secretary.import.files')}
            </Button>
          )}
          <Button variant={onImport ? 'secondary' : 'primary'} onPress={() => void model.addItem()}>
            {t('secretary.noItems.add')}
          </Button>
        </>
      }
    >
      {t(onImport ? 'secretary.noItems.textImport' : 'secretary.noItems.text')}
    </EmptyState>
  );
}

/** What is not an item: the meeting itself, and how this revision differs from the one before. */
function Places(): ReactNode {
  const { t, formatDateTime } = useMessages();
  const model = useEditor();
  const shown = useEditorState((state) => state.shown);
  const meeting = useDraft((draft) => draft.meeting);
  const base = useDraft((draft) => draft.base);
  return (
    <div className="sec-places">
      <button
        type="button"
        className="sec-place"
        onClick={() => model.show('meeting')}
        {...(shown === 'meeting' ? { 'aria-current': 'true' as const } : {})}
      >
        <CalendarClock size={17} aria-hidden />
        <span className="sec-place__words">
          <span className="sec-place__title">{t('agenda.meeting')}</span>
          <span className="sec-place__detail">
            {[
              meeting.start === null ? t('secretary.noDate') : formatDateTime(meeting.start, 'monthDay'),
              meeting.place ?? t('secretary.noPlace'),
            ].join(' · ')}
          </span>
        </span>
      </button>
      {base !== null && (
        <button
          type="button"
          className="sec-place"
          onClick={() => model.show('difference')}
          {...(shown === 'difference' ? { 'aria-current': 'true' as const } : {})}
        >
          <GitCompareArrows size={17} aria-hidden />
          <span className="sec-place__words">
            <span className="sec-place__title">{t('secretary.difference.title')}</span>
            <span className="sec-place__detail">
              {t('secretary.difference.since', { revision: base.revision })}
            </span>
          </span>
        </button>
      )}
    </div>
  );
}

function AgendaTree({
  onFilesOnItem,
}: {
  onFilesOnItem: (itemId: string, paths: readonly string[]) => void;
}): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const items = useDraft((draft) => draft.items);
  const meeting = useDraft((draft) => draft.meeting);
  const findings = useDraftState(({ view }) => view?.findings);
  const selected = useEditorState((state) => state.selected);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const { dragAndDropHooks } = useAgendaDragging();
  const fileDrop = useFileDrop(onFilesOnItem);
  const clock = useMemo(() => (isPlanned(items) ? runningClock(meeting, items) : null), [meeting, items]);
  const troubles = useMemo(() => findingsByItem(findings ?? []), [findings]);
  const rows = useMemo(
    () => agendaRows({ items, clock, troubles, fileTarget: fileDrop.target }),
    [items, clock, troubles, fileDrop.target],
  );
  const lines = useMemo(() => agendaLines(items), [items]);
  const expanded = lines.map(({ item }) => item.id).filter((id) => !folded.has(id));
  const width = Math.min(8, Math.max(2, ...lines.map(({ item }) => item.number?.length ?? 0)));
  return (
    <div
      className="sec-tree__scroll"
      style={{ ['--sec-number-width' as string]: `${width * 0.85}ch` }}
      {...fileDrop.handlers}
      onKeyDown={(event) => {
        if (event.key !== 'Delete' && event.key !== 'Backspace') return;
        event.preventDefault();
        void model.remove();
      }}
    >
      <Tree
        className="sec-tree"
        aria-label={t('agenda.title')}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selected}
        expandedKeys={expanded}
        dragAndDropHooks={dragAndDropHooks}
        onExpandedChange={(keys) => {
          const open = new Set([...keys].map(String));
          setFolded(new Set(lines.map(({ item }) => item.id).filter((id) => !open.has(id))));
        }}
        onSelectionChange={(keys) =>
          model.select(
            keys === 'all' ? new Set(lines.map(({ item }) => item.id)) : new Set([...keys].map(String)),
          )
        }
      >
        {rows}
      </Tree>
    </div>
  );
}

/** Until some time is planned, every item would begin with the meeting. */
const isPlanned = (items: readonly DraftItem[]): boolean =>
  agendaLines(items).some(({ item }) => item.minutes !== null);

/** Files that hang over an item go into it. Taken before the tree sees them: it knows nothing of files. */
function useFileDrop(onFiles: (itemId: string, paths: readonly string[]) => void): {
  readonly target: string | null;
  readonly handlers: Readonly<
    Record<'onDragOverCapture' | 'onDragLeaveCapture' | 'onDropCapture', (event: DragEvent) => void>
  >;
} {
  const [target, setTarget] = useState<string | null>(null);
  const itemAt = (event: DragEvent): string | null =>
    event.target instanceof Element
      ? (event.target.closest('[role="row"][data-key]')?.getAttribute('data-key') ?? null)
      : null;
  return {
    target,
    handlers: {
      onDragOverCapture: (event) => {
        if (!carriesFiles(event.dataTransfer)) return;
        const item = itemAt(event);
        setTarget(item);
        if (item === null) return;
        event.preventDefault();
        event.stopPropagation();
      },
      onDragLeaveCapture: (event) => {
        if (carriesFiles(event.dataTransfer)) setTarget(null);
      },
      onDropCapture: (event) => {
        const item = itemAt(event);
        setTarget(null);
        if (!carriesFiles(event.dataTransfer) || item === null) return;
        event.preventDefault();
        event.stopPropagation();
        const paths = droppedPaths(event.dataTransfer);
        if (paths.length > 0) onFiles(item, paths);
      },
    },
  };
}
