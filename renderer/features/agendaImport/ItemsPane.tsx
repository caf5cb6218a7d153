import { FilePlus2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { moveDocument, splitOff } from '../../../core/agendaImport/reviewEdits.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { DocumentRow } from './DocumentRow.tsx';
import { useDocumentTarget } from './documentDrag.ts';
import { ItemCard } from './ItemCard.tsx';
import { Statements } from './Statements.tsx';
import { useReview } from './useReview.ts';
import './importItems.css';

/** Proposed items with their documents, what found no item on top, and a look at the document that is chosen. */
export function ItemsPane(): ReactNode {
  const { t } = useMessages();
  const { proposal, change } = useReview();
  const { items } = proposal;
  return (
    <div className="imp-panes">
      <div className="imp-list">
        <Statements />
        <Unplaced />
        {items.map((item, at) => (
          <ItemCard key={item.id} item={item} above={items[at - 1] ?? null} />
        ))}
        <Button
          icon={<FilePlus2 size={16} aria-hidden />}
          onPress={() =>
            change((now) => splitOff(now, [], { id: crypto.randomUUID(), title: t('agendaImport.newItem') }))
          }
        >
          {t('agendaImport.addItem')}
        </Button>
      </div>
      <DocumentPreview />
    </div>
  );
}

function Unplaced(): ReactNode {
  const { t } = useMessages();
  const { proposal, change } = useReview();
  const { isOver, target } = useDocumentTarget((documentId) =>
    change((now) => moveDocument(now, documentId, null)),
  );
  if (proposal.unplaced.length === 0) return null;
  return (
    <section
      className="imp-item imp-item--unplaced"
      aria-label={t('agendaImport.unplaced')}
      data-target={isOver || undefined}
      {...target}
    >
      <header className="imp-item__head">
        <h3 className="imp-item__fixed">{t('agendaImport.unplaced')}</h3>
      </header>
      <p className="imp-item__note">{t('agendaImport.unplacedNote')}</p>
      <ul className="imp-documents">
        {proposal.unplaced.map((document) => (
          <DocumentRow key={document.id} document={document} place={null} />
        ))}
      </ul>
    </section>
  );
}
