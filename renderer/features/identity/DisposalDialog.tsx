import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { BereddError, Result } from '../../../core/errors.ts';
import { ok } from '../../../core/errors.ts';
import type { DisposalPlan } from '../../../core/exchange/identityViews.ts';
import { client } from '../../client.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useProtectedContent } from '../../ui/protectedContent.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { showToast } from '../../ui/toasts.ts';
import './identity.css';

/** What goes and what stays; notes that may repeat a sealed text are decided one by one. */
export function DisposalDialog({
  meetingId,
  onClose,
}: {
  meetingId: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [plan, setPlan] = useState<DisposalPlan | null>(null);
  const [error, setError] = useState<BereddError | null>(null);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [wantsReceipt, setWantsReceipt] = useState(false);
  useProtectedContent(plan !== null && plan.quoting.length > 0);
  useEffect(() => {
    void client.identity.disposalPlan({ meetingId }).then((answer) => {
      if (!answer.ok) return setError(answer.error);
      setPlan(answer.value);
      // What quotes a secret goes unless the person says otherwise.
      setRemoved(new Set(answer.value.quoting.map(({ noteId }) => noteId)));
    });
  }, [meetingId]);

  const dispose = async (): Promise<Result<boolean>> => {
    const receipt = wantsReceipt;
    const answer = await client.identity.dispose({ meetingId, removeNotes: [...removed], receipt });
    if (!answer.ok) return answer;
    const count = answer.value.documentCount;
    showToast({ tone: 'good', title: (words) => words.t('identity.dispose.done', { count }) });
    return ok(true);
  };
  const toggle = (noteId: string, isRemoved: boolean): void => {
    const next = new Set(removed);
    if (isRemoved) next.add(noteId);
    else next.delete(noteId);
    setRemoved(next);
  };

  return (
    <FormDialog
      title={t('identity.dispose.title', { title: plan?.title ?? '' })}
      confirmLabel={t('identity.dispose.confirm')}
      isDanger
      canConfirm={plan !== null}
      run={dispose}
      onClose={onClose}
    >
      {error !== null && <ErrorMessage error={error} tone="alarm" isLive />}
      {plan === null && error === null && <Skeleton label={t('identity.dispose.loading')} lines={3} />}
      {plan !== null && (
        <>
          <p>{t('identity.dispose.documents', { count: plan.documentCount })}</p>
          <p>{t('identity.dispose.notes', { count: plan.noteCount - removed.size })}</p>
          {plan.quoting.length > 0 && (
            <>
              <p>{t('identity.dispose.quoting')}</p>
              <div className="identity-quotes">
                {plan.quoting.map(({ noteId, quote, text }) => (
                  <Checkbox
                    key={noteId}
                    isSelected={removed.has(noteId)}
                    onChange={(isRemoved) => toggle(noteId, isRemoved)}
                  >
                    {t('identity.dispose.remove', {
                      text: [text, quote].filter(Boolean).join(' — ') || t('identity.dispose.empty'),
                    })}
                  </Checkbox>
                ))}
              </div>
            </>
          )}
          {plan.canSign && (
            <Checkbox isSelected={wantsReceipt} onChange={setWantsReceipt}>
              {t('identity.dispose.receipt')}
            </Checkbox>
          )}
        </>
      )}
    </FormDialog>
  );
}
