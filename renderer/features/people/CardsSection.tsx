import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ExchangeOutcome, PeopleView, PersonEntry } from '../../../core/exchange/peopleViews.ts';
import { client } from '../../client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { AlertDialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { CompareCardDialog } from './CompareCardDialog.tsx';
import { takeOutcomes, takePeople, usePeople } from './usePeople.ts';

/** Cards of the members: taken in, compared, and whose they are. */
export function CardsSection({ view }: { view: PeopleView }): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const { outcomes } = usePeople();
  const choose = async (what: 'files' | 'folder'): Promise<void> => {
    const answer = await client.people.choose({ what });
    if (answer.ok) takeOutcomes(answer.value);
    else report(answer.error);
  };
  const missing = view.members.filter(({ card }) => card === 'none').length;
  return (
    <Section title={t('people.cards')} text={t('people.cardsText')}>
      {view.people.length === 0 && <p className="ui-section__empty">{t('people.empty')}</p>}
      {view.people.map((person) => (
        <Person key={person.person} person={person} view={view} />
      ))}
      {view.members.length > 0 && (
        <SectionRow name={t('people.missing')} text={t('people.missingText', { count: missing })} />
      )}
      <div className="ui-section__foot">
        <Button variant="primary" onPress={() => void choose('files')}>
          {t('people.choose')}
        </Button>
        <Button onPress={() => void choose('folder')}>{t('people.chooseFolder')}</Button>
        <span className="people__faint">{t('people.dropHint')}</span>
      </div>
      {outcomes.length > 0 && <Outcomes outcomes={outcomes} />}
    </Section>
  );
}

function Outcomes({ outcomes }: { outcomes: readonly ExchangeOutcome[] }): ReactNode {
  const { t } = useMessages();
  const refused = outcomes.filter(({ kind }) => kind === 'refused');
  const inOrder = [...refused, ...outcomes.filter(({ kind }) => kind !== 'refused')];
  return (
    <div className="people__outcomes" role="status">
      <h3>{t('people.outcomes')}</h3>
      {outcomes.length > 1 && (
        <p>{t('people.outcomesSum', { good: outcomes.length - refused.length, bad: refused.length })}</p>
      )}
      <ul>
        {inOrder.map((outcome, at) => (
          <li key={`${at} ${outcome.file}`}>
            <Outcome outcome={outcome} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Outcome({ outcome }: { outcome: ExchangeOutcome }): ReactNode {
  const { t } = useMessages();
  if (outcome.kind === 'refused') return <ErrorMessage error={outcome.error} />;
  const { name } = outcome;
  if (outcome.kind === 'card') return t(`people.outcome.card.${outcome.standing}`, { name });
  const { revision, disposed } = outcome;
  return t(disposed ? 'people.outcome.disposed' : 'people.outcome.receipt', { name, revision });
}

const nobody = '-';

function Person({ person, view }: { person: PersonEntry; view: PeopleView }): ReactNode {
  const { t, formatDate } = useMessages();
  const [open, setOpen] = useState<'compare' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  const link = (member: string): void =>
    void client.people
      .link({ person: person.person, member: member === nobody ? null : member })
      .then(takePeople);
  const members = [...new Map(view.members.map((member) => [member.id, member])).values()];
  return (
    <SectionRow
      name={person.name}
      text={
        <>
          <span>
            {[...person.bodyNames, t('people.issued', { date: formatDate(person.issued) })].join(', ')}
          </span>
          {person.member === null && (
            <>
              <span>{t('people.noMember')}</span>
              {members.length > 0 && (
                <Select
                  label={t('people.linkTo')}
                  value={nobody}
                  onChange={link}
                  choices={[
                    { value: nobody, label: t('people.linkNone') },
                    ...members.map(({ id, name, party }) => ({ value: id, label: `${name}, ${party}` })),
                  ]}
                />
              )}
            </>
          )}
        </>
      }
    >
      <Badge tone={person.compared === null ? 'warning' : 'good'}>
        {t(person.compared === null ? 'people.notCompared' : 'people.compared')}
      </Badge>
      <Button
        variant={person.compared === null ? 'primary' : 'quiet'}
        size="small"
        onPress={() => setOpen('compare')}
      >
        {t('people.compare')}
      </Button>
      <Button variant="quiet" size="small" onPress={() => setOpen('remove')}>
        {t('people.remove')}
      </Button>
      {open === 'compare' && <CompareCardDialog person={person} onClose={close} />}
      <AlertDialog
        title={t('people.removeTitle', { name: person.name })}
        isOpen={open === 'remove'}
        onClose={close}
        confirmLabel={t('people.remove')}
        isDanger
        onConfirm={() => void client.people.remove({ person: person.person }).then(takePeople)}
      >
        {t('people.removeText', { name: person.name })}
      </AlertDialog>
    </SectionRow>
  );
}
