import type { ReactNode } from 'react';
import { useRef } from 'react';
import { PageStrip } from './PageStrip.tsx';
import { PartList } from './PartList.tsx';

/** A file that is several documents: its parts with titles and ranges, and all its pages with the cuts between them. */
export function PagesPane({ file }: { file: string }): ReactNode {
  const strip = useRef<HTMLDivElement>(null);
  const goTo = (page: number): void =>
    strip.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'center' });
  return (
    <div className="imp-panes imp-panes--pages">
      <PartList file={file} onGoTo={goTo} />
      <PageStrip file={file} strip={strip} />
    </div>
  );
}
