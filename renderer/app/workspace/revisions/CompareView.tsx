import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DocumentNews } from '../../../../core/revisionDiff/documentNews.ts';
import type { DocumentComparison } from '../../../../core/revisionDiff/documentComparison.ts';
import type { WhatsNew } from '../../../../core/revisionDiff/whatsNew.ts';
import type { ReaderHandle } from '../../../features/reader/readerTypes.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { combinationText } from '../../commands/keyCombination.ts';
import { useWorkspaceState } from '../useWorkspace.ts';
import type { Workspace } from '../Workspace.ts';
import type { ChangeStop } from './changedRanges.ts';
import { ChangedRanges, changeStops } from './changedRanges.ts';
import type { ShownVersion } from './VersionReader.tsx';
import { useComparedScrolling } from './useComparedScrolling.ts';
import { VersionReader } from './VersionReader.tsx';

/** The pages of a document before and after, beside each other, with what differs marked. */
export function CompareView({
  workspace,
  documentId,
}: {
  workspace: Workspace;
  documentId: string;
}): ReactNode {
  const { t } = useMessages();
  const { news, comparisons } = useStore(workspace.whatsNew.store);
  const state = comparisons.get(documentId);
  const found = news === null ? null : documentOf(news, documentId);
  if (news === null || found === null || state?.status !== 'done')
    return (
      <div className="revision-waiting">
        <Skeleton label={t('whatsNew.loading')} lines={5} />
        <BackButton workspace={workspace} />
      </div>
    );
  return (
    <Compared
      workspace={workspace}
      before={{ ...found, revision: news.since.revision, version: found.before }}
      now={{ ...found, revision: news.now.revision, version: found.after }}
      comparison={state.comparison}
    />
  );
}

function Compared({
  workspace,
  before,
  now,
  comparison,
}: {
  workspace: Workspace;
  before: ShownVersion;
  now: ShownVersion;
  comparison: DocumentComparison;
}): ReactNode {
  const { t } = useMessages();
  const root = useRef<HTMLElement>(null);
  // The button that led here is gone.
  useEffect(() => root.current?.focus(), []);
  const oldReader = useRef<ReaderHandle>(null);
  const newReader = useRef<ReaderHandle>(null);
  const [versions] = useState({ before, now });
  const stops = useMemo(() => changeStops(comparison), [comparison]);
  const removed = useMemo(() => new ChangedRanges(comparison.removedRanges), [comparison]);
  const added = useMemo(() => new ChangedRanges(comparison.addedRanges), [comparison]);
  const [at, setAt] = useState(0);
  const [drawn, setDrawn] = useState(0);
  const both = useComparedScrolling({
    workspace,
    oldReader,
    newReader,
    comparison,
    isDrawn: drawn >= 2,
  });
  const platform = useWorkspaceState(workspace, (state) => state.platform);
  const shiftN = combinationText('Shift+N', platform);
  const stop = stops[at];
  useEffect(() => {
    if (stop === undefined || drawn < 2) return;
    both.letGo();
    removed.show(stop.before);
    added.show(stop.after);
    showOn(oldReader, versions.before.id, stop.before, stop.beforePage);
    showOn(newReader, versions.now.id, stop.after, stop.afterPage);
  }, [stop, drawn, removed, added, versions, both]);
  const step = (by: 1 | -1): void => setAt(Math.max(0, Math.min(stops.length - 1, at + by)));
  const keys = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  return (
    <section
      ref={root}
      tabIndex={-1}
      className="compare"
      aria-label={t('whatsNew.compare.title', { title: now.title })}
      onKeyDown={keys}
    >
      <header className="compare__header">
        <BackButton workspace={workspace} />
        <h2 className="compare__title">{t('whatsNew.compare.title', { title: now.title })}</h2>
        {stops.length > 0 && (
          <div className="compare__steps">
            <span role="status">{t('whatsNew.compare.step', { at: at + 1, of: stops.length })}</span>
            <IconButton
              size="small"
              label={t('whatsNew.compare.previous')}
              shortcut={shiftN}
              icon={<ChevronUp size={16} aria-hidden />}
              isDisabled={at === 0}
              onPress={() => step(-1)}
            />
            <IconButton
              size="small"
              label={t('whatsNew.compare.next')}
              shortcut="N"
              icon={<ChevronDown size={16} aria-hidden />}
              isDisabled={at >= stops.length - 1}
              onPress={() => step(1)}
            />
          </div>
        )}
        <p className="compare__legend">{t('whatsNew.compare.legend')}</p>
      </header>
      <div className="compare__sides">
        <div
          className="compare__side"
          data-side="before"
          role="group"
          aria-labelledby="compare-before"
          {...both.leading('before')}
        >
          <h3 id="compare-before" className="compare__revision">
            {t('whatsNew.compare.before', { revision: before.revision })}
          </h3>
          <VersionReader
            ref={oldReader}
            workspace={workspace}
            shown={versions.before}
            label={t('whatsNew.compare.before', { revision: before.revision })}
            marks={[]}
            found={removed}
            zoom={both.zoom}
            onZoom={(zoom) => both.zoomed('before', zoom)}
            onShown={() => setDrawn((count) => count + 1)}
          />
        </div>
        <div
          className="compare__side"
          data-side="after"
          role="group"
          aria-labelledby="compare-after"
          {...both.leading('after')}
        >
          <h3 id="compare-after" className="compare__revision">
            {t('whatsNew.compare.now', { revision: now.revision })}
          </h3>
          <VersionReader
            ref={newReader}
            workspace={workspace}
            shown={versions.now}
            label={t('whatsNew.compare.now', { revision: now.revision })}
            marks={[]}
            found={added}
            zoom={both.zoom}
            onZoom={(zoom) => both.zoomed('after', zoom)}
            onShown={() => setDrawn((count) => count + 1)}
          />
        </div>
      </div>
    </section>
  );
}

function BackButton({ workspace }: { workspace: Workspace }): ReactNode {
  const { t } = useMessages();
  return (
    <Button
      size="small"
      icon={<ArrowLeft size={15} aria-hidden />}
      onPress={() => workspace.showAside({ type: 'whatsNew' })}
    >
      {t('whatsNew.compare.back')}
    </Button>
  );
}

function showOn(
  reader: RefObject<ReaderHandle | null>,
  documentId: string,
  words: ChangeStop['before'],
  page: number,
): void {
  if (words === null) reader.current?.goTo(documentId, page);
  else reader.current?.goToWords(documentId, words.page, words);
}

function documentOf(
  { holders }: WhatsNew,
  documentId: string,
):
  | (Omit<ShownVersion, 'version' | 'revision'> & {
      readonly before: NonNullable<DocumentNews['before']>;
      readonly after: NonNullable<DocumentNews['after']>;
    })
  | null {
  for (const holder of holders) {
    const news = holder.documents.find(({ id, before, after }) => id === documentId && before && after);
    if (!news?.before || !news.after) continue;
    const { id, title, before, after } = news;
    return { id, title, before, after, itemId: holder.type === 'item' ? holder.id : null };
  }
  return null;
}
