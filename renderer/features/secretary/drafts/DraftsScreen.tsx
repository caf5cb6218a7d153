import { Landmark, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftBodyEntry, DraftStart, DraftSummary } from '../../../../core/draft/draftViews.ts';
import type { BereddError } from '../../../../core/errors.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DraftCard } from './DraftCard.tsx';
import { EmptyDrafts } from './EmptyDrafts.tsx';
import { NewDraftDialog } from './NewDraftDialog.tsx';
import './drafts.css';

/** A meeting whose agenda can be gone on from. */
export interface EarlierMeeting {
  readonly meetingId: string;
  readonly title: string;
  readonly bodyName: string;
  readonly start: string;
}

/** What the dialog for a new draft begins with; null: it is closed. */
export type NewDraft = DraftStart['from'] | null;

export interface DraftsScreenProps {
  /** Null while they are loaded. */
  readonly drafts: readonly DraftSummary[] | null;
  readonly error: BereddError | null;
  readonly bodies: readonly DraftBodyEntry[];
  /** Newest first. */
  readonly meetings: readonly EarlierMeeting[];
  readonly newDraft: NewDraft;
  readonly onNewDraft: (from: NewDraft) => void;
  readonly onCreate: (start: DraftStart) => void;
  readonly onOpen: (draftId: string) => void;
  readonly onRemove: (draftId: string) => void;
  readonly onShowBodies: () => void;
  readonly onRetry: () => void;
}

/** Drafts of meetings that are being prepared, the one worked on last first. */
export function DraftsScreen(props: DraftsScreenProps): ReactNode {
  const { t } = useMessages();
  const { drafts, error } = props;
  return (
    <div className="drafts">
      <header className="drafts__head">
        <h1 className="drafts__title">{t('secretary.drafts')}</h1>
        <div className="drafts__acts">
          <Button icon={<Landmark size={16} aria-hidden />} onPress={props.onShowBodies}>
            {t('secretary.bodies')}
          </Button>
          {drafts !== null && drafts.length > 0 && (
            <Button
              variant="primary"
              icon={<Plus size={16} aria-hidden />}
              onPress={() => props.onNewDraft('nothing')}
            >
              {t('secretary.newMeeting')}
            </Button>
          )}
        </div>
      </header>
      {error !== null ? (
        <ErrorMessage
          error={error}
          tone="alarm"
          isLive
          actions={<Button onPress={props.onRetry}>{t('app.tryAgain')}</Button>}
        />
      ) : (
        <DraftList {...props} />
      )}
      {props.newDraft !== null && (
        <NewDraftDialog
          from={props.newDraft}
          bodies={props.bodies}
          meetings={props.meetings}
          onCreate={props.onCreate}
          onClose={() => props.onNewDraft(null)}
        />
      )}
    </div>
  );
}

function DraftList(props: DraftsScreenProps): ReactNode {
  const { t } = useMessages();
  const { drafts } = props;
  if (drafts === null) return <Skeleton label={t('secretary.drafts.loading')} lines={7} />;
  if (drafts.length === 0) return <EmptyDrafts {...props} />;
  return (
    <ul className="drafts__list">
      {drafts
        .toSorted((one, other) => other.changed - one.changed)
        .map((draft) => (
          <li key={draft.draftId}>
            <DraftCard
              draft={draft}
              onOpen={() => props.onOpen(draft.draftId)}
              onRemove={() => props.onRemove(draft.draftId)}
            />
          </li>
        ))}
    </ul>
  );
}
