import { CircleAlert, CircleCheck, CircleMinus, Split } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportOutcome } from '../../../core/library/views.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { errorTexts, TechnicalDetail } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { takenIn } from './importOutcomes.ts';
import type { TakenIn } from './importOutcomes.ts';

const icons: Readonly<Record<TakenIn['kind'], ReactNode>> = {
  added: <CircleCheck size={18} aria-hidden />,
  updated: <CircleCheck size={18} aria-hidden />,
  known: <CircleMinus size={18} aria-hidden />,
  older: <CircleMinus size={18} aria-hidden />,
  keptApart: <Split size={18} aria-hidden />,
};

/** What became of each file, the ones that were refused first, with reason and way out. */
export function ImportResultsDialog({
  outcomes,
  onOpenMeeting,
  onClose,
}: {
  outcomes: readonly ImportOutcome[];
  onOpenMeeting: (meetingId: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const refused = outcomes.filter((outcome) => outcome.result.kind === 'refused');
  const title =
    refused.length === outcomes.length
      ? t('importing.results.noneTitle', { n: outcomes.length })
      : t('importing.results.title', { n: outcomes.length - refused.length, all: outcomes.length });
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('ui.close')}
        </Button>
      }
    >
      {refused.length === outcomes.length && (
        <p className="imp-results__calm">{t('importing.results.nothingChanged')}</p>
      )}
      <ul className="imp-results">
        {[...refused, ...outcomes.filter((each) => !refused.includes(each))].map((outcome, place) => (
          // Two files of one name may come from two folders.
          <li key={`${outcome.file} ${place}`} className={`imp-result imp-result--${outcome.result.kind}`}>
            <OutcomeLine outcome={outcome} onOpenMeeting={onOpenMeeting} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function OutcomeLine({
  outcome,
  onOpenMeeting,
}: {
  outcome: ImportOutcome;
  onOpenMeeting: (meetingId: string) => void;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const { result } = outcome;
  if (result.kind === 'refused') {
    const { title, why, doThis } = errorTexts(messages, { file: outcome.file, ...result.error });
    return (
      <>
        <CircleAlert size={18} aria-hidden />
        <div className="imp-result__body">
          <p className="imp-result__title">{title}</p>
          <p>{why}</p>
          <p className="imp-result__do">{doThis}</p>
          <TechnicalDetail error={result.error} />
        </div>
      </>
    );
  }
  const damaged = takenIn(outcome)?.damagedDocuments ?? [];
  return (
    <>
      {icons[result.kind]}
      <div className="imp-result__body">
        <p className="imp-result__title">{result.title}</p>
        <p>{t(`importing.result.${result.kind}`, { revision: result.revision })}</p>
        {damaged.length > 0 && (
          <p className="imp-result__damaged">
            {t('importing.damaged', { n: damaged.length, names: damaged.join(', ') })}
          </p>
        )}
        <p className="imp-result__file">{outcome.file}</p>
      </div>
      {result.kind !== 'keptApart' && (
        <Button size="small" onPress={() => onOpenMeeting(result.meetingId)}>
          {t('importing.open')}
        </Button>
      )}
    </>
  );
}
