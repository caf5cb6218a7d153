import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import type { NotesView } from '../../../../core/contract.ts';
import type { MeetingView } from '../../../../core/library/views.ts';
import { digestOffer } from '../../../../core/preparation/digest/digestOffer.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DigestForm } from './DigestForm.tsx';
import { DigestLook } from './DigestLook.tsx';
import { useDigest } from './useDigest.ts';
import './digest.css';

export interface DigestScreenProps {
  readonly meeting: MeetingView;
  readonly notes: NotesView | null;
  /** The notes as they stand in the revision shown. */
  readonly standing: readonly Annotation[];
  readonly onClose: () => void;
}

/** A summary of the meeting for everybody: chosen part by part, seen as it will be, saved as one file. */
export function DigestScreen({ meeting, notes, standing, onClose }: DigestScreenProps): ReactNode {
  const { t, language, formatDate } = useMessages();
  const { meetingId, bodyName, start } = meeting.meeting;
  const title = `${bodyName}, ${formatDate(start, 'medium')}`;
  const digest = useDigest(meetingId, { language, title }, notes);
  const { choice, preview, isCurrent, error } = digest;
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus(), []);
  return (
    <main ref={frame} className="prep digest-screen" tabIndex={-1} aria-label={t('preparation.digest')}>
      <header className="prep-bar">
        <IconButton
          label={t('preparation.digest.back')}
          icon={<ChevronLeft size={20} aria-hidden />}
          onPress={onClose}
        />
        <div className="prep-bar__title">
          <h1>{t('preparation.digest')}</h1>
          <p className="prep-quiet">{meeting.meeting.title}</p>
        </div>
      </header>
      {error !== null && <ErrorMessage error={error} isLive />}
      {choice === null ? (
        error === null && <Skeleton label={t('preparation.digest')} lines={6} />
      ) : (
        <div className="digest-panes">
          <DigestForm
            choice={choice}
            offer={digestOffer(meeting.agenda, standing)}
            sealedCount={sealedCount(meeting)}
            onChange={digest.change}
          />
          <DigestLook meetingId={meetingId} choice={choice} preview={preview} isCurrent={isCurrent} />
        </div>
      )}
    </main>
  );
}

function sealedCount({ agenda }: MeetingView): number {
  const count = (items: MeetingView['agenda']): number =>
    items.reduce((sum, { sealed, children }) => sum + (sealed === null ? count(children) : 1), 0);
  return count(agenda);
}
