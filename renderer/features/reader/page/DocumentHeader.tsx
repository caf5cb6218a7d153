import type { ReactNode } from 'react';
import { memo } from 'react';
import { useStore } from 'zustand';
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
  const { session, revision } = useReader();
  const { t } = useMessages();
  const { firstPackPage, pageCount } = document;
  const isForm = useStore(session.forms, (forms) => forms.has(row.documentIndex));
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
  if (isForm) facts.push(t('comments.form'));
  return (
    <header className="reader-document" style={{ top: row.top, height: row.height }}>
      <div style={{ width: row.width }}>
        <h3 title={document.title}>{document.title}</h3>
        <p>{facts.join(' · ')}</p>
      </div>
    </header>
  );
});
