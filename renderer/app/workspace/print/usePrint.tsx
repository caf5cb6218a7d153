import type { ReactNode } from 'react';
import { useState } from 'react';
import type { MeetingView, ReadingPlace } from '../../../../core/library/views.ts';
import { hasOpenedSeal } from '../../../../core/sealing/openedSeals.ts';
import { PrintDialog } from '../../../features/print/PrintDialog.tsx';
import { pdfHost } from '../../../features/reader/engine/pdfService.ts';
import { useProtectedContent } from '../../../ui/protectedContent.ts';
import { workerDrawings } from './workerDrawings.ts';

const drawings = workerDrawings(pdfHost);

/** The print dialog of an open meeting, for what is open when it is asked for. */
export function usePrint(
  view: MeetingView,
  place: ReadingPlace,
): { readonly open: () => void; readonly dialog: ReactNode } {
  const [at, setAt] = useState<ReadingPlace | null>(null);
  // The titles of all items stand in it.
  useProtectedContent(at !== null && hasOpenedSeal(view));
  return {
    open: () => setAt(place),
    dialog: at !== null && (
      <PrintDialog
        meetingId={view.meeting.meetingId}
        meeting={view}
        holderId={at.itemId ?? at.briefingId}
        documentId={at.documentId}
        drawings={drawings}
        onClose={() => setAt(null)}
      />
    ),
  };
}
