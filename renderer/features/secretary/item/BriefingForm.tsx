import { FileText, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftBriefing } from '../../../../core/draft/draft.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraftState } from '../session/useDraft.ts';
import { BriefingSeal } from './Seal.tsx';
import './item.css';

/** A unit briefing that came with the revision the draft goes on from: what it holds, and whom it opens for. */
export function BriefingForm({ briefing }: { briefing: DraftBriefing }): ReactNode {
  const { t } = useMessages();
  const isLocked = useDraftState(({ view }) => view?.lockedItems?.includes(briefing.id) ?? false);
  return (
    <article className="sec-form" aria-label={t('secretary.briefing.region', { unit: briefing.unit.name })}>
      <header className="sec-briefing__head">
        <h2>{briefing.unit.name}</h2>
        <p>{[briefing.period, briefing.presenter].filter((part) => part !== null).join(' · ')}</p>
      </header>
      {isLocked ? (
        <p className="sec-rule">
          <span>
            <KeyRound size={15} aria-hidden /> {t('secretary.briefing.locked')}
          </span>
        </p>
      ) : (
        <BriefingContent briefing={briefing} />
      )}
      {!isLocked && <BriefingSeal briefing={briefing} />}
    </article>
  );
}

function BriefingContent({ briefing }: { briefing: DraftBriefing }): ReactNode {
  const { t } = useMessages();
  const { sections, keyFigures, commitments, documents } = briefing;
  return (
    <section className="sec-section" aria-label={t('secretary.briefing.content')}>
      <div className="sec-section__head">
        <h3>{t('secretary.briefing.content')}</h3>
      </div>
      <ul className="sec-briefing__parts">
        {sections.map(({ id, sectionKind, title, points }) => (
          <li key={id}>
            {title === '' ? t(`briefings.section.${sectionKind}`) : title}
            <span> {t('secretary.briefing.points', { count: points.length })}</span>
          </li>
        ))}
        {keyFigures.length > 0 && (
          <li>
            {t('briefings.keyFigures')}
            <span> {keyFigures.map(({ name }) => name).join(', ')}</span>
          </li>
        )}
        {commitments.length > 0 && (
          <li>
            {t('briefings.commitments')}
            <span> {t('secretary.briefing.commitments', { count: commitments.length })}</span>
          </li>
        )}
        {documents.map(({ id, title, pageCount }) => (
          <li key={id}>
            <FileText size={14} aria-hidden /> {title}
            {pageCount > 0 && <span> {t('briefings.pageCount', { count: pageCount })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
