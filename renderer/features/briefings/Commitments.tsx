import type { ReactNode } from 'react';
import type { Commitment, CommitmentState } from '../../../core/pack/manifest.ts';
import type { Tone } from '../../ui/Badge.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { useMessages } from '../../ui/messages.tsx';
import './figures.css';

const tones: Readonly<Record<CommitmentState, Tone>> = {
  given: 'neutral',
  underWay: 'accent',
  reported: 'good',
  closed: 'good',
};

/** What the unit promised: by whom, by when, and what became of it. */
export function Commitments({ commitments }: { commitments: readonly Commitment[] }): ReactNode {
  const { t, formatDate } = useMessages();
  return (
    <section className="briefing__part">
      <h3 className="briefing__heading">{t('briefings.commitments')}</h3>
      <div className="figure__scroll" tabIndex={0} role="group" aria-label={t('briefings.commitments')}>
        <table className="figure__table commitments">
          <thead>
            <tr>
              <th scope="col">{t('briefings.commitment.what')}</th>
              <th scope="col">{t('briefings.commitment.who')}</th>
              <th scope="col">{t('briefings.commitment.due')}</th>
              <th scope="col">{t('briefings.commitment.state')}</th>
            </tr>
          </thead>
          <tbody>
            {commitments.map((commitment) => (
              <tr key={commitment.id}>
                <th scope="row">
                  {commitment.what}
                  {commitment.reported !== null && (
                    <span className="commitments__reported">{commitment.reported}</span>
                  )}
                  {commitment.evidence !== null && (
                    <span className="commitments__evidence">
                      {t('briefings.source', { source: commitment.evidence })}
                    </span>
                  )}
                </th>
                <td>{commitment.who ?? '–'}</td>
                <td className="commitments__due">
                  {commitment.due === null
                    ? t('briefings.commitment.noDue')
                    : formatDate(commitment.due, 'short')}
                </td>
                <td>
                  <Badge tone={tones[commitment.state]}>
                    {t(`briefings.commitment.${commitment.state}`)}
                  </Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
