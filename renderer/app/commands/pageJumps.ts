import type { RefObject } from 'react';
import type { MeetingView } from '../../../core/library/views.ts';
import type { PaletteJump } from '../../features/palette/paletteTypes.ts';
import type { ReaderHandle } from '../../features/reader/readerTypes.ts';
import { parseJump } from '../../features/reader/toolbar/parseJump.ts';
import type { Messages } from '../../ui/messages.tsx';
import { showPackPage } from '../workspace/showDocument.ts';
import type { Workspace } from '../workspace/Workspace.ts';
import { documentWithPackPage, ownerOfDocument } from '../workspace/workspacePlaces.ts';

/** "p214" or "214": that page of the pack; "d3": that page of the document being read. */
export function pageJumps(
  typed: string,
  workspace: Workspace,
  view: MeetingView,
  reader: RefObject<ReaderHandle | null>,
  thenRead: (jump: () => void) => () => void,
  { t }: Messages,
): readonly PaletteJump[] {
  const target = parseJump(typed, 'pack');
  if (target === null) return [];
  const { page } = target;
  if (target.count === 'pack') {
    const document = documentWithPackPage(view, page);
    if (document === null) return [];
    return [
      {
        id: `packPage:${page}`,
        kind: 'page',
        title: t('palette.packPage', { page }),
        detail: document.title,
        run: thenRead(() => showPackPage(workspace, page)),
      },
    ];
  }
  const { documentId } = workspace.store.getState().place;
  const document =
    documentId === null
      ? undefined
      : ownerOfDocument(view, documentId)?.documents.find(({ id }) => id === documentId);
  if (document === undefined || page > document.pageCount) return [];
  return [
    {
      id: `documentPage:${document.id}:${page}`,
      kind: 'page',
      title: t('palette.documentPage', { page }),
      detail: document.title,
      run: thenRead(() => reader.current?.goTo(document.id, page)),
    },
  ];
}
