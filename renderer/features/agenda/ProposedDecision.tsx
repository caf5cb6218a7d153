import type { ReactNode } from 'react';
import { useMessages } from '../../ui/messages.tsx';

/** The points to decide, numbered as they will stand in the minutes. */
export function ProposedDecision({
  points,
  hidesHeading = false,
}: {
  points: readonly string[];
  hidesHeading?: boolean;
}): ReactNode {
  const { t } = useMessages();
  return (
    <section className="proposal" aria-label={t('agenda.proposedDecision')}>
      {!hidesHeading && <h3 className="proposal__heading">{t('agenda.proposedDecision')}</h3>}
      <ol className="proposal__points" data-single={points.length === 1 || undefined}>
        {points.map((point, index) => (
          <li key={index} className="proposal__point">
            {points.length > 1 && (
              <span className="proposal__number" aria-hidden>
                {index + 1}
              </span>
            )}
            <span className="proposal__text">{point}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
