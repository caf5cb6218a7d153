import type { ReactNode } from 'react';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { useMessages } from '../../ui/messages.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NotesSection, TasksSection } from './NotesAndTasks.tsx';
import type { PlanTools } from './plan/usePlan.ts';
import { ProposalsSection } from './ProposalsSection.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';
import { SheetSection } from './SheetSection.tsx';
import { SpeechSection } from './SpeechSection.tsx';
import { ConflictSection, StanceSection } from './StanceSection.tsx';

/** One page of an item: what is to be decided, and everything of one's own. */
export function SheetView({
  sheet,
  plan,
}: {
  readonly sheet: ItemSheet;
  readonly plan: PlanTools;
}): ReactNode {
  const { t } = useMessages();
  const { item } = sheet;
  const facts = [
    item.registryNumber === null ? '' : `${t('preparation.registryNumber')} ${item.registryNumber}`,
    item.presenter === null ? '' : `${t('preparation.presenter')}: ${item.presenter}`,
    item.minutes === null ? '' : t('preparation.planned', { n: item.minutes }),
  ].filter((fact) => fact !== '');
  return (
    <article className="prep-sheet" aria-label={item.title}>
      <header>
        <h2>
          {item.number !== null && <span className="prep-number">{item.number}</span>}
          {item.title}
        </h2>
        {facts.length > 0 && <p className="prep-quiet">{facts.join(' · ')}</p>}
        {sheet.conflict !== null && (
          <p className="prep-effect">
            <strong>{t('preparation.conflict')}.</strong> {t('preparation.conflict.effect')}
          </p>
        )}
        {item.documents.length > 0 && <ReadBy itemId={item.id} plan={plan} />}
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

/** The day by which the person wants to have read the item. */
function ReadBy({ itemId, plan }: { readonly itemId: string; readonly plan: PlanTools }): ReactNode {
  const { t } = useMessages();
  if (plan.view === null) return null;
  return (
    <div className="prep-readby">
      <TextField
        label={t('preparation.plan.readBy')}
        type="date"
        value={plan.view.deadlines[itemId] ?? ''}
        onChange={(day) => plan.setDeadline(itemId, day === '' ? null : day)}
      />
    </div>
  );
}
