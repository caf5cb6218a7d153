import type { ReactNode } from 'react';
import { leaveSummonsOut, proposedSummons } from '../../../core/agendaImport/summonsItem.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useReview } from './useReview.ts';

/** What the secretary must know of the files: which were left out, and which may look different. */
export function Statements(): ReactNode {
  const { t } = useMessages();
  const { proposal } = useReview();
  const { leftOut, files } = proposal;
  // Hidden files are left out everywhere; to tell of each would hide what matters.
  const told = leftOut.filter(({ why }) => why !== 'hidden');
  const plainly = files.filter(({ converted }) => converted?.by === 'builtIn');
  const byOffice = files.flatMap(({ converted }) => (converted?.by === 'libreOffice' ? converted : []));
  const unconverted = files.filter(
    ({ mediaType, converted }) => converted === null && /word|opendocument/.test(mediaType),
  );
  return (
    <>
      <MeetingFound />
      <SummonsFound />
      {told.length > 0 && (
        <Banner tone="info" title={t('agendaImport.leftOut.title', { count: told.length })}>
          <ul className="imp-names">
            {told.map(({ name, why }, at) => (
              <li key={`${at} ${name}`}>
                <bdi>{name}</bdi> – {t(`agendaImport.leftOut.${why}`)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {plainly.length > 0 && (
        <Banner tone="warning" title={t('agendaImport.plainly.title', { count: plainly.length })}>
          <p>{t('agendaImport.plainly.text')}</p>
          <Names names={plainly.map(({ converted, name }) => converted?.name ?? name)} />
        </Banner>
      )}
      {unconverted.length > 0 && (
        <Banner tone="alarm" title={t('agendaImport.unconverted.title', { count: unconverted.length })}>
          <p>{t('agendaImport.unconverted.text')}</p>
          <Names names={unconverted.map(({ name }) => name)} />
        </Banner>
      )}
      {byOffice[0] !== undefined && (
        <p className="imp-converted">
          {t('agendaImport.byOffice', { count: byOffice.length, version: byOffice[0].version })}
        </p>
      )}
    </>
  );
}

const Names = ({ names }: { names: readonly string[] }): ReactNode => (
  <ul className="imp-names">
    {names.map((name) => (
      <li key={name}>
        <bdi>{name}</bdi>
      </li>
    ))}
  </ul>
);

/** What the summons said of the meeting. Only what is blank in the draft is filled. */
function MeetingFound(): ReactNode {
  const { t, formatDateTime } = useMessages();
  const { bodyName, start, place } = useReview().proposal.meeting;
  const found = [bodyName, start === null ? null : formatDateTime(start), place].filter(
    (one) => one !== null,
  );
  if (found.length === 0) return null;
  return (
    <Banner tone="info" title={t('agendaImport.meeting.title')}>
      <p>{found.join(' · ')}</p>
      <p>{t('agendaImport.meeting.text')}</p>
    </Banner>
  );
}

/** The summons goes along as an item of its own, unless the secretary says no. */
function SummonsFound(): ReactNode {
  const { t } = useMessages();
  const { proposal, change, existing } = useReview();
  const item = proposedSummons(proposal);
  if (item === null || existing.some(({ id }) => id === item.id)) return null;
  return (
    <Banner
      tone="info"
      title={t('agendaImport.summons.title')}
      actions={
        <Button size="small" onPress={() => change(leaveSummonsOut)}>
          {t('agendaImport.summons.leaveOut')}
        </Button>
      }
    >
      <p>{t('agendaImport.summons.text')}</p>
    </Banner>
  );
}
