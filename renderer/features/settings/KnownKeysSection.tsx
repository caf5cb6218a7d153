import type { ReactNode } from 'react';
import { useState } from 'react';
import type { IssuerFact, MeetingEntry } from '../../../core/library/views.ts';
import { client } from '../../client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { AlertDialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { Section, SectionRow } from '../../ui/Section.tsx';

const tones = { known: 'good', notConfirmed: 'warning', declined: 'alarm', changed: 'alarm' } as const;

/** The issuers met so far, one a key. */
export function issuersOf(meetings: readonly MeetingEntry[]): readonly IssuerFact[] {
  // What a list says of one signer says nothing of the root's own key.
  const issuers = meetings.map(({ issuer }) => issuer).filter(({ doubt }) => doubt === undefined);
  return [...new Map(issuers.map((issuer) => [issuer.key, issuer])).values()];
}

export function KnownKeysSection({
  meetings,
  onCompare,
}: {
  meetings: readonly MeetingEntry[];
  onCompare: (issuer: IssuerFact) => void;
}): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const [doubted, setDoubted] = useState<IssuerFact | null>(null);
  const issuers = issuersOf(meetings);
  const takeBack = async (issuer: IssuerFact): Promise<void> => {
    setDoubted(null);
    const answer = await client.library.confirmKey({ key: issuer.key, matches: false });
    if (!answer.ok) report(answer.error);
  };
  return (
    <Section title={t('settings.keys')} text={t('settings.keys.text')}>
      {issuers.length === 0 && <p className="ui-section__empty">{t('settings.keys.none')}</p>}
      {issuers.map((issuer) => (
        <KnownKey
          key={issuer.key}
          issuer={issuer}
          onCompare={() => onCompare(issuer)}
          onTakeBack={() => setDoubted(issuer)}
        />
      ))}
      {doubted !== null && (
        <AlertDialog
          title={t('settings.keys.takeBackTitle')}
          isOpen
          isDanger
          confirmLabel={t('settings.keys.takeBack')}
          onConfirm={() => void takeBack(doubted)}
          onClose={() => setDoubted(null)}
        >
          {t('settings.keys.takeBackText', { office: doubted.office, municipality: doubted.municipality })}
        </AlertDialog>
      )}
    </Section>
  );
}

function KnownKey({
  issuer,
  onCompare,
  onTakeBack,
}: {
  issuer: IssuerFact;
  onCompare: () => void;
  onTakeBack: () => void;
}): ReactNode {
  const { t, formatDate } = useMessages();
  const { office, municipality, keyState, words, confirmedAt } = issuer;
  return (
    <SectionRow
      name={t('settings.keys.issuer', { office, municipality })}
      text={
        <>
          <span className="set-key__words">{words.join(' · ')}</span>
          <span className="set-folder">
            <Badge tone={tones[keyState]}>{t(`settings.keys.${keyState}`)}</Badge>
            {confirmedAt !== null && (
              <span>{t('settings.keys.confirmed', { date: formatDate(confirmedAt) })}</span>
            )}
          </span>
        </>
      }
    >
      {keyState === 'known' ? (
        <Button variant="quiet" size="small" onPress={onTakeBack}>
          {t('settings.keys.takeBack')}
        </Button>
      ) : (
        <Button size="small" onPress={onCompare}>
          {t('settings.keys.compare')}
        </Button>
      )}
    </SectionRow>
  );
}
