import type { ReactNode } from 'react';
import { memo } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderDocument } from '../readerTypes.ts';

/** What begins here: the heading under which a document's own headings stand. */
export const TextDocumentHeader = memo(function TextDocumentHeader({
  document,
}: {
  document: ReaderDocument;
}): ReactNode {
  const { t } = useMessages();
  const facts = [t(`reader.kind.${document.documentKind}`)];
  if (document.pageCount > 0) facts.push(t('reader.pageCount', { pages: document.pageCount }));
  return (
    <header className="text-document">
      <h3>{document.title}</h3>
      <p>{facts.join(' · ')}</p>
    </header>
  );
});
