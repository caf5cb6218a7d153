import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { useDraftSession, useDraftState } from '../session/useDraft.ts';

/** Work on files that takes its time: how far it has come, and the way to stop it. */
export function JobTray(): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const jobs = useDraftState((state) => state.jobs);
  if (jobs.length === 0) return null;
  return (
    <div className="sec-jobs" role="status">
      {jobs.map(({ job, phase, done, total, file }) => (
        <div key={job} className="sec-job">
          <div className="sec-job__words">
            <p className="sec-job__phase">
              {t(`secretary.phase.${phase}`)}
              {total > 0 && <span>{t('secretary.phase.count', { done, total })}</span>}
            </p>
            {file !== null && <p className="sec-job__file">{file}</p>}
            <ProgressBar label={t(`secretary.phase.${phase}`)} share={total > 0 ? done / total : null} />
          </div>
          <Button size="small" onPress={() => session.cancelJob(job)}>
            {t('ui.cancel')}
          </Button>
        </div>
      ))}
    </div>
  );
}
