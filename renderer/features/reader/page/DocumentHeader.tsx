import type { ReactNode } from 'react';
import { memo } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderDocument } from '../readerTypes.ts';
import type { ScrollRow } from '../scroll/scrollLayout.ts';
import { useReader } from '../session/ReaderContext.ts';

/** Between the documents of an item: what begins here. */
export const DocumentHeader = memo(function DocumentHeader({
  row,
  document,
}: {
  row: ScrollRow;
  document: ReaderDocument;
}): ReactNode {
  const { revision } = useReader();
  const { t } = useMessages();
  const { firstPackPage, pageCount } = document;
  const facts = [t(`reader.kind.${document.documentKind}`)];
  if (pageCount > 0) facts.push(t('reader.pageCount', { pages: pageCount }));
  if (firstPackPage !== null && pageCount > 0) {
    facts.push(
      t('reader.packPages', {
        from: firstPackPage,
        to: firstPackPage + pageCount - 1,
        pages: pageCount,
        revision,
      }),
    );
  }
  return (
    <header className="reader-document" style={{ top: row.top, height: row.height }}>
      <div style={{ width: row.width }}>
        <h3 title={document.title}>{document.title}</h3>
        <p>{facts.join(' · ')}</p>
      </div>
    </header>
  );
});
