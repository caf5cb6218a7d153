import { createRef, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { pdfHost } from '../../../renderer/features/reader/engine/pdfService.ts';
import { Reader } from '../../../renderer/features/reader/Reader.tsx';
import { rehearseReader } from '../../../renderer/features/reader/rehearseReader.tsx';
import type { ReaderDocument, ReaderHandle } from '../../../renderer/features/reader/readerTypes.ts';
import { readLaterWords } from '../../../renderer/ui/catalogues.ts';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import '../../../renderer/ui/tokens.css';
import '../../../renderer/ui/fonts.css';
import '../../../renderer/ui/base.css';
import { isThere } from './isThere.mjs';
import { provideViewer } from './provideViewer.mjs';

// As the app does while the person looks at the library.
await readLaterWords();
pdfHost.warm();
rehearseReader('en');

const handle = createRef<ReaderHandle>();
const nothing = (): void => undefined;

/** A document as the library would give it. `/documents/<sha256>` is served by the bench. */
const documentOf = (sha256: string, pageCount: number): ReaderDocument => ({
  id: 'document',
  title: 'Document',
  documentKind: 'attachment',
  sha256,
  mediaType: 'application/pdf',
  size: 0,
  pageCount,
  pages: null,
  firstPackPage: 1,
  personalData: false,
  available: true,
  change: 'none',
  readState: 'unread',
  position: { page: 1, offset: 0, zoom: { mode: 'percent', percent: 150 } },
  itemId: 'item',
  briefingId: null,
});

function open(sha256: string, pageCount: number): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  root.style.height = '100vh';
  createRoot(root).render(
    <StrictMode>
      <MessagesProvider language="en">
        <Reader
          ref={handle}
          documents={[documentOf(sha256, pageCount)]}
          revision={1}
          totalPackPages={pageCount}
          startDocumentId="document"
          marks={[]}
          activeMarkId={null}
          onMark={nothing}
          onMarkActivated={nothing}
          onPosition={nothing}
          onRead={nothing}
          onDocumentShown={nothing}
          onPackPageRequested={nothing}
          onFirstPageDrawn={nothing}
        />
      </MessagesProvider>
    </StrictMode>,
  );
}

const isShown = (page: number): boolean => {
  const element = document.querySelector(`.reader-page[aria-label^="Page ${page} of "]`);
  return Boolean(
    element?.querySelector('.reader-page__canvas canvas') && element.querySelector('.reader-text'),
  );
};

provideViewer({
  open,
  goTo: (page: number) => handle.current?.goTo('document', page),
  shown: (page: number) => isThere(() => isShown(page)),
  scroller: () => document.querySelector('.reader-pages'),
});
