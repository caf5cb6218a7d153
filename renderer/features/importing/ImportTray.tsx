import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportProgress } from '../../../core/library/views.ts';
import { client } from '../../client.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useDelayed } from '../../ui/Skeleton.tsx';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { useImports } from './importStore.ts';
import './Importing.css';

/** The files being taken in, each with how far it has come and a way to stop it. */
export function ImportTray(): ReactNode {
  const { t } = useMessages();
  const running = useImports((state) => state.running);
  if (running.length === 0) return null;
  return (
    <section className="imp-tray" aria-label={t('importing.running', { n: running.length })}>
      {running.map((progress) => (
        <RunningImport key={`${progress.job} ${progress.file}`} progress={progress} />
      ))}
    </section>
  );
}

function RunningImport({ progress }: { progress: ImportProgress }): ReactNode {
  const { t, formatFileSize } = useMessages();
  const report = useReportFailure();
  // Most packs are in before this would have been read.
  const isShown = useDelayed(250);
  const { file, phase, bytesDone, bytesTotal } = progress;
  if (!isShown || phase === 'done' || phase === 'failed') return null;
  const cancel = async (): Promise<void> => {
    const answer = await client.library.cancelImport({ job: progress.job });
    if (!answer.ok) report(answer.error);
  };
  return (
    <div className="imp-running">
      <div className="imp-running__words">
        <p className="imp-running__file">{file}</p>
        <p className="imp-running__phase">
          {t(`importing.phase.${phase}`)}
          {bytesTotal > 0 &&
            ` · ${t('importing.bytes', { done: formatFileSize(bytesDone), all: formatFileSize(bytesTotal) })}`}
        </p>
      </div>
      <IconButton
        size="small"
        label={t('importing.cancel', { file })}
        icon={<X size={16} aria-hidden />}
        onPress={() => void cancel()}
      />
      <ProgressBar
        label={t('importing.progressOf', { file })}
        share={bytesTotal > 0 ? bytesDone / bytesTotal : null}
      />
    </div>
  );
}
