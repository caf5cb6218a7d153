import type { ReactNode } from 'react';
import { itemProgress } from '../../../core/reading/itemProgress.ts';
import type { ItemProgress } from '../../../core/reading/itemProgress.ts';
import type { DocumentEntry, ReadState } from '../../../core/library/views.ts';
import { useMessages } from '../../ui/messages.tsx';

interface Readable {
  readonly documents: readonly DocumentEntry[];
  readonly readState: ReadState;
}

/** How far one has come in something that is begun and not yet read; null otherwise: then there is nothing to show. */
export function begunProgress({ documents, readState }: Readable): ItemProgress | null {
  const progress = itemProgress(documents);
  return progress === null || progress.seen === 0 || readState === 'read' ? null : progress;
}

/** In a row, where its label says it in words. */
export function RowProgress({ entry }: { entry: Readable }): ReactNode {
  const progress = begunProgress(entry);
  return progress && <Line progress={progress} />;
}

/** Under the header of an item. */
export function HeaderProgress({ entry }: { entry: Readable }): ReactNode {
  const { t } = useMessages();
  const progress = begunProgress(entry);
  if (progress === null) return null;
  const { seen, pages } = progress;
  const words = t('comfort.progress', { seen, pages });
  return (
    <div
      className="item-progress"
      role="progressbar"
      aria-label={t('comfort.progress.label')}
      aria-valuemin={0}
      aria-valuemax={pages}
      aria-valuenow={seen}
      aria-valuetext={words}
      title={words}
    >
      <Line progress={progress} />
    </div>
  );
}

function Line({ progress: { seen, pages } }: { progress: ItemProgress }): ReactNode {
  return (
    <span className="progress-line" aria-hidden>
      <span className="progress-line__seen" style={{ width: `${(100 * seen) / pages}%` }} />
    </span>
  );
}
