import type { ReactNode } from 'react';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { useMessages } from '../../ui/messages.tsx';
import { NotesSection, TasksSection } from './NotesAndTasks.tsx';
import { ProposalsSection } from './ProposalsSection.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';
import { SheetSection } from './SheetSection.tsx';
import { SpeechSection } from './SpeechSection.tsx';
import { ConflictSection, StanceSection } from './StanceSection.tsx';

/** One page of an item: what is to be decided, and everything of one's own. */
export function SheetView({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { item } = sheet;
  const facts = [
    item.registryNumber === null ? '' : `${t('preparation.registryNumber')} ${item.registryNumber}`,
    item.presenter === null ? '' : `${t('preparation.presenter')}: ${item.presenter}`,
  ].filter((fact) => fact !== '');
  return (
    <article className="prep-sheet" aria-label={item.title}>
      <header>
        <h2>
          {item.number !== null && <span className="prep-number">{item.number}</span>}
          {item.title}
        </h2>
        {facts.length > 0 && <p className="prep-quiet">{facts.join(' · ')}</p>}
      </header>
      <SheetSection
        title={t('preparation.proposedDecision')}
        empty={item.proposedDecision.length === 0 && t('preparation.noProposedDecision')}
      >
        <ol className="prep-points">
          {item.proposedDecision.map((point, i) => (
            <li key={i}>{point}</li>
          ))}
        </ol>
      </SheetSection>
      <StanceSection sheet={sheet} />
      <SpeechSection sheet={sheet} />
      <QuestionsSection sheet={sheet} />
      <ProposalsSection sheet={sheet} />
      <NotesSection sheet={sheet} />
      <TasksSection sheet={sheet} />
      <ConflictSection sheet={sheet} />
    </article>
  );
}
