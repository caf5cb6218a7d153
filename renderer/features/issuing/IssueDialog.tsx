import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { IssuePlan } from '../../../core/issuing/issuing.ts';
import { client, on } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { IssueDone } from './IssueDone.tsx';
import { IssueFields } from './IssueFields.tsx';
import type { IssueState } from './IssueSession.ts';
import { IssueSession } from './IssueSession.ts';
import { firstForm, issueFault, orderOf } from './issueForm.ts';
import './issuing.css';

export interface IssueDialogProps {
  readonly draftId: string;
  readonly onClose: () => void;
  /** Leads to where signing keys are made. */
  readonly onManageKeys: () => void;
  /** Opens the issued meeting as readers see it. */
  readonly onOpenMeeting: (meetingId: string) => void;
}

/** Signs a draft and sends it: first what, by whom and where to, then the work, then what came of it. */
export function IssueDialog({ draftId, onClose, onManageKeys, onOpenMeeting }: IssueDialogProps): ReactNode {
  const { t } = useMessages();
  const [session] = useState(() => new IssueSession(draftId, () => client.issuing));
  const state = useStore(session.store);
  useEffect(() => void session.loadPlan(), [session]);
  useEffect(() => on('issuing.progress', session.progressed), [session]);
  const { plan, issued } = state;
  const close = (): void => {
    session.cancel();
    onClose();
  };
  if (issued !== null) {
    return (
      <Dialog
        title={t('issuing.doneTitle')}
        isOpen
        onClose={onClose}
        actions={
          <>
            <Button onPress={() => onOpenMeeting(issued.meetingId)}>{t('issuing.openMeeting')}</Button>
            <Button variant="primary" onPress={onClose}>
              {t('ui.close')}
            </Button>
          </>
        }
      >
        {state.error !== null && <ErrorMessage error={state.error} isLive />}
        {state.isIssuing ? (
          <Working state={state} />
        ) : (
          <IssueDone issued={issued} onPublish={(placeId) => void session.publish(placeId)} />
        )}
      </Dialog>
    );
  }
  if (plan === null) {
    return (
      <Dialog title={t('issuing.title')} isOpen onClose={close}>
        {state.planError === null ? (
          <Skeleton label={t('issuing.loading')} lines={4} />
        ) : (
          <ErrorMessage
            error={state.planError}
            isLive
            actions={<Button onPress={() => void session.loadPlan()}>{t('issuing.tryAgain')}</Button>}
          />
        )}
      </Dialog>
    );
  }
  return (
    <IssueFormDialog
      plan={plan}
      session={session}
      state={state}
      onClose={close}
      onManageKeys={onManageKeys}
    />
  );
}

function IssueFormDialog({
  plan,
  session,
  state,
  onClose,
  onManageKeys,
}: {
  readonly plan: IssuePlan;
  readonly session: IssueSession;
  readonly state: IssueState;
  readonly onClose: () => void;
  readonly onManageKeys: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [form, setForm] = useState(() => firstForm(plan));
  const fault = issueFault(form, plan);
  return (
    <Dialog
      title={
        plan.title.trim() === ''
          ? t('issuing.title')
          : t('issuing.titleOf', { title: plan.title, revision: plan.revision })
      }
      isOpen
      onClose={onClose}
      actions={
        <>
          {fault !== null && (
            <p className="issue-fault" aria-live="polite">
              {t(`issuing.fault.${fault}`)}
            </p>
          )}
          <Button onPress={state.isIssuing ? () => session.cancel() : onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            icon={<Send size={16} aria-hidden />}
            isDisabled={fault !== null}
            isPending={state.isIssuing}
            onPress={() => void session.issue(orderOf(form))}
          >
            {t('issuing.issue', { revision: plan.revision })}
          </Button>
        </>
      }
    >
      <div className="issue">
        {state.error !== null && <ErrorMessage error={state.error} isLive />}
        {state.isIssuing ? (
          <Working state={state} />
        ) : (
          <IssueFields
            plan={plan}
            form={form}
            onChange={(changed) => setForm((was) => ({ ...was, ...changed }))}
            onAddPlace={() => void session.addPlace()}
            onManageKeys={onManageKeys}
          />
        )}
      </div>
    </Dialog>
  );
}

function Working({ state: { progress } }: { readonly state: IssueState }): ReactNode {
  const { t } = useMessages();
  const label = t(`issuing.phase.${progress?.phase ?? 'sealing'}`);
  const share =
    progress === null || progress.bytesTotal === 0
      ? null
      : Math.min(1, progress.bytesDone / progress.bytesTotal);
  return (
    <div className="issue-working" role="status">
      <p>{label}</p>
      <ProgressBar label={label} share={share} />
    </div>
  );
}
