import type { ReactNode } from 'react';
import type { AnnotationSource, HighlightColour } from '../../../core/annotation/annotation.ts';
import type { Commitment, CommitmentState } from '../../../core/pack/manifest.ts';
import type { Tone } from '../../ui/Badge.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { BriefingNotes } from './briefingNotes.ts';
import './figures.css';

const tones: Readonly<Record<CommitmentState, Tone>> = {
  given: 'neutral',
  underWay: 'accent',
  reported: 'good',
  closed: 'good',
};

/** What the unit promised: by whom, by when, and what became of it. */
export function Commitments({
  commitments,
  briefingId,
  notes,
}: {
  commitments: readonly Commitment[];
  briefingId: string;
  notes: BriefingNotes;
}): ReactNode {
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
              <th scope="col">
                <VisuallyHidden>{t('briefings.commitment.notes')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {commitments.map((commitment) => (
              <tr key={commitment.id}>
                <th scope="row">
                  <What
                    commitment={commitment}
                    colour={notes.highlightOf(sourceOf(commitment, briefingId))}
                  />
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
                <td>
                  <div className="briefing__controls">
                    {notes.controls(sourceOf(commitment, briefingId), commitment.what)}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const sourceOf = ({ id }: Commitment, briefing: string): AnnotationSource => ({
  type: 'commitment',
  briefing,
  commitment: id,
});

function What({ commitment, colour }: { commitment: Commitment; colour: HighlightColour | null }): ReactNode {
  if (colour === null) return commitment.what;
  return (
    <mark className="briefing__mark" data-colour={colour}>
      {commitment.what}
    </mark>
  );
}
