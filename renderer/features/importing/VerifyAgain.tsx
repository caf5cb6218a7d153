import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { BereddError } from '../../../core/errors.ts';
import { client, on } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useDelayed } from '../../ui/Skeleton.tsx';

type Check =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly share: number | null }
  | { readonly state: 'failed'; readonly error: BereddError }
  | { readonly state: 'done'; readonly damaged: readonly string[]; readonly missing: readonly string[] };

/** Reads every stored byte of a meeting again and compares it with what was signed. */
export function VerifyAgain({
  meetingId,
  documentCount,
}: {
  meetingId: string;
  documentCount: number;
}): ReactNode {
  const { t } = useMessages();
  const [check, setCheck] = useState<Check>({ state: 'idle' });
  const isRunning = check.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const stop = on('meeting.verifyProgress', (told) => {
      if (told.meetingId !== meetingId || told.bytesTotal === 0) return;
      setCheck({ state: 'running', share: told.bytesDone / told.bytesTotal });
    });
    return stop;
  }, [isRunning, meetingId]);
  // Nobody waits for the answer any more once the dialog is closed.
  useEffect(() => () => void client.meeting.cancelVerify({ meetingId }), [meetingId]);
  const verify = async (): Promise<void> => {
    setCheck({ state: 'running', share: null });
    const answer = await client.meeting.verify({ meetingId });
    if (answer.ok) setCheck({ state: 'done', ...answer.value });
    else if (answer.error.code === 'cancelled') setCheck({ state: 'idle' });
    else setCheck({ state: 'failed', error: answer.error });
  };
  return (
    <div className="imp-verify">
      {check.state === 'running' ? (
        <Running share={check.share} onCancel={() => void client.meeting.cancelVerify({ meetingId })} />
      ) : (
        <Button size="small" onPress={() => void verify()}>
          {t('importing.verify.start')}
        </Button>
      )}
      <div aria-live="polite">
        {check.state === 'failed' && <ErrorMessage error={check.error} />}
        {check.state === 'done' && <CheckResult {...check} documentCount={documentCount} />}
      </div>
    </div>
  );
}

/** How much has been read. A meeting that is read in the blink of an eye shows nothing of it. */
function Running({ share, onCancel }: { share: number | null; onCancel: () => void }): ReactNode {
  const { t } = useMessages();
  const isDue = useDelayed();
  const words =
    share === null
      ? t('importing.verify.running')
      : t('importing.verify.runningOf', { share: Math.floor(share * 100) });
  return (
    <div className="imp-verify__running" data-early={!isDue || undefined}>
      <p className="imp-details__muted" role="status">
        {isDue && words}
      </p>
      <ProgressBar label={t('importing.verify.running')} share={share} />
      <Button size="small" onPress={onCancel}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
}

function CheckResult({
  damaged,
  missing,
  documentCount,
}: {
  damaged: readonly string[];
  missing: readonly string[];
  documentCount: number;
}): ReactNode {
  const { t } = useMessages();
  if (damaged.length === 0 && missing.length === 0) {
    return <p className="imp-verify__good">{t('importing.verify.good', { n: documentCount })}</p>;
  }
  return (
    <>
      {damaged.length > 0 && (
        <Banner tone="alarm" title={t('importing.verify.damaged', { n: damaged.length })}>
          <p>{damaged.join(', ')}</p>
          <p>{t('importing.verify.damagedDo')}</p>
        </Banner>
      )}
      {missing.length > 0 && (
        <Banner tone="warning" title={t('importing.verify.missing', { n: missing.length })}>
          <p>{missing.join(', ')}</p>
          <p>{t('importing.verify.missingDo')}</p>
        </Banner>
      )}
    </>
  );
}
