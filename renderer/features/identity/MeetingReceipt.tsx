import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { ReceiptState } from '../../../core/exchange/identityViews.ts';
import { client, on } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';

/** Revisions whose receipt was saved or put away since the start. */
const settled = new Set<string>();

/** Whether the secretary may know that this revision was opened: asked once for each body, then the receipt's file. */
export function MeetingReceipt({ meetingId, revision }: { meetingId: string; revision: number }): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const [state, setState] = useState<ReceiptState | null>(null);
  const [isAway, setIsAway] = useState(settled.has(`${meetingId} ${revision}`));
  useEffect(() => {
    const load = (): void =>
      void client.identity.receiptState({ meetingId }).then((answer) => {
        setState(answer.ok ? answer.value : null);
      });
    load();
    return on('identity.changed', load);
  }, [meetingId, revision]);
  if (state === null || !state.canSign || isAway || state.agreed === false) return null;

  const answer = async (agreed: boolean): Promise<void> => {
    const saved = await client.identity.agreeToReceipts({ meetingId, agreed });
    if (saved.ok) setState(saved.value);
    else report(saved.error);
  };
  const putAway = (): void => {
    settled.add(`${meetingId} ${revision}`);
    setIsAway(true);
  };
  const save = async (): Promise<void> => {
    const saved = await client.identity.saveReceipt({ meetingId });
    if (!saved.ok) return report(saved.error);
    if (saved.value === null) return;
    showToast({
      tone: 'good',
      title: (words) => words.t('identity.receiptSaved'),
      text: saved.value.file,
    });
    putAway();
  };

  if (state.agreed === true) {
    return (
      <Banner
        tone="info"
        title={t('identity.saveReceipt', { revision: state.revision })}
        onDismiss={putAway}
        actions={
          <Button size="small" onPress={() => void save()}>
            {t('identity.saveReceipt', { revision: state.revision })}
          </Button>
        }
      />
    );
  }
  return (
    <Banner
      tone="info"
      title={t('identity.ask.title', { revision: state.revision })}
      actions={
        <>
          <Button size="small" variant="primary" onPress={() => void answer(true)}>
            {t('identity.ask.yes')}
          </Button>
          <Button size="small" onPress={() => void answer(false)}>
            {t('identity.ask.no')}
          </Button>
        </>
      }
    >
      {t('identity.ask.text', { body: state.bodyName })}
    </Banner>
  );
}
