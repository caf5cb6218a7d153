import { useCallback, useEffect } from 'react';
import type { BereddError, Result } from '../../../core/errors.ts';
import type { ImportOutcome, MeetingEntry } from '../../../core/library/views.ts';
import { client, on } from '../../client.ts';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { firstContacts, needsList, takenIn, worthTelling } from './importOutcomes.ts';
import { askAbout, askAboutRoot, listResults, noteProgress } from './importStore.ts';

export interface Importing {
  /** Lets the person choose packs in the system's dialog. */
  readonly openPacks: () => void;
  readonly importFiles: (paths: readonly string[]) => void;
  readonly reportFailure: (error: BereddError) => void;
}

/** Takes in packs and tells what became of them, those that came from outside included. */
export function useImporting(
  meetings: readonly MeetingEntry[],
  onOpenMeeting: (meetingId: string) => void,
): Importing {
  const reportFailure = useReportFailure();

  const toastOne = useCallback(
    (outcome: ImportOutcome): void => {
      const result = takenIn(outcome);
      if (result === null) return;
      showToast({
        tone: result.kind === 'added' || result.kind === 'updated' ? 'good' : 'info',
        title: result.title,
        text: ({ t }) => t(`importing.result.${result.kind}`, { revision: result.revision }),
        about: result.meetingId,
        action: {
          label: ({ t }) => t('importing.openMeeting'),
          onPress: () => onOpenMeeting(result.meetingId),
        },
      });
    },
    [onOpenMeeting],
  );

  const tell = useCallback(
    (outcomes: readonly ImportOutcome[]): void => {
      const told = worthTelling(outcomes);
      firstContacts(told, meetings).forEach(askAbout);
      if (needsList(told)) listResults(told);
      else told.forEach(toastOne);
    },
    [meetings, toastOne],
  );

  // Somebody may be reading: what a watched folder brings waits in a toast and interrupts nothing.
  const tellQuietly = useCallback(
    (outcomes: readonly ImportOutcome[]): void => {
      const news = outcomes.filter(({ result }) => result.kind === 'added' || result.kind === 'updated');
      news.forEach(toastOne);
      for (const issuer of firstContacts(news, meetings)) {
        const { office, municipality } = issuer;
        showToast({
          tone: 'info',
          title: ({ t }) => t('importing.compare.who', { office, municipality }),
          text: ({ t }) => t('importing.toast.compare'),
          action: { label: ({ t }) => t('importing.details.compare'), onPress: () => askAbout(issuer) },
        });
      }
    },
    [meetings, toastOne],
  );

  useEffect(() => on('library.importProgress', noteProgress), []);
  useEffect(
    () =>
      on('library.successions', ({ outcomes }) => {
        for (const outcome of outcomes) {
          if (outcome.kind === 'refused') reportFailure(outcome.error);
          else if (outcome.kind === 'offered') askAboutRoot(outcome.offer);
          else showToast({ tone: 'info', title: ({ t }) => t('importing.succession.known') });
        }
      }),
    [reportFailure],
  );
  useEffect(
    () =>
      on('library.imported', ({ outcomes, byWatchedFolder }) =>
        byWatchedFolder ? tellQuietly(outcomes) : tell(outcomes),
      ),
    [tell, tellQuietly],
  );

  const take = useCallback(
    async (asked: Promise<Result<readonly ImportOutcome[]>>): Promise<void> => {
      const answer = await asked;
      if (answer.ok) tell(answer.value);
      else reportFailure(answer.error);
    },
    [tell, reportFailure],
  );
  const openPacks = useCallback(() => void take(client.library.choosePacks()), [take]);
  const importFiles = useCallback(
    (paths: readonly string[]) => void take(client.library.importFiles({ paths: [...paths] })),
    [take],
  );
  return { openPacks, importFiles, reportFailure };
}
