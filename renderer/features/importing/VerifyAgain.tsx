import type { ReactNode } from 'react';
import { useState } from 'react';
import type { BereddError } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';

type Check =
  | { readonly state: 'idle' | 'running' }
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
  const verify = async (): Promise<void> => {
    setCheck({ state: 'running' });
    const answer = await client.meeting.verify({ meetingId });
    setCheck(answer.ok ? { state: 'done', ...answer.value } : { state: 'failed', error: answer.error });
  };
  return (
    <div className="imp-verify">
      {check.state === 'running' ? (
        <ProgressBar label={t('importing.verify.running')} share={null} />
      ) : (
        <Button size="small" onPress={() => void verify()}>
          {t('importing.verify.start')}
        </Button>
      )}
      <div aria-live="polite">
        {check.state === 'running' && <p className="imp-details__muted">{t('importing.verify.running')}</p>}
        {check.state === 'failed' && <ErrorMessage error={check.error} />}
        {check.state === 'done' && <CheckResult {...check} documentCount={documentCount} />}
      </div>
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
