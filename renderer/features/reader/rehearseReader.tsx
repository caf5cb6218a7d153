import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../../core/settings/settings.ts';
import { MessagesProvider } from '../../ui/messages.tsx';
import type { PdfHost } from './engine/pdfHost.ts';
import { Reader } from './Reader.tsx';
import type { ReaderDocument } from './readerTypes.ts';

const document: ReaderDocument = {
  id: 'rehearsal',
  title: '',
  documentKind: 'other',
  sha256: '0'.repeat(64),
  mediaType: 'application/pdf',
  size: 0,
  pageCount: 1,
  pages: null,
  firstPackPage: 1,
  personalData: false,
  available: true,
  change: 'none',
  readState: 'unread',
  position: null,
  itemId: null,
  briefingId: null,
};

const nothing = (): void => undefined;
/** Its answers never come. */
const silentHost: PdfHost = {
  request: () => ({ answer: new Promise(nothing), cancel: nothing }),
  tryAgain: nothing,
  warm: nothing,
  dispose: nothing,
};
const keptMs = 500;

/**
 * Builds a reader that stands on no screen, in slices that let the window breathe: the first real document then finds the code
 * compiled, and is there in half the time.
 */
export function rehearseReader(language: Language): void {
  const root = createRoot(window.document.createElement('div'));
  startTransition(() =>
    root.render(
      <MessagesProvider language={language}>
        <Reader
          host={silentHost}
          documents={[document]}
          revision={1}
          totalPackPages={1}
          startDocumentId={document.id}
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
      </MessagesProvider>,
    ),
  );
  setTimeout(() => root.unmount(), keptMs);
}
