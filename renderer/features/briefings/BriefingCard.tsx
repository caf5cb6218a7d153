import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { BriefingEntry, DocumentEntry } from '../../../core/library/views.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { BriefingNotes } from './briefingNotes.ts';
import { Commitments } from './Commitments.tsx';
import { KeyFigureCard } from './KeyFigureCard.tsx';
import { BriefingSectionView } from './BriefingSectionView.tsx';
import './briefings.css';

export interface BriefingCardProps {
  readonly entry: BriefingEntry;
  readonly notes: BriefingNotes;
  readonly onOpenDocument: (documentId: string) => void;
  /** Says in words how the briefing is sealed; set when it is. */
  readonly sealedNotice: ReactNode;
}

/** What a unit tells: its assignment, challenges and figures, as a page to read. */
export function BriefingCard({ entry, notes, onOpenDocument, sealedNotice }: BriefingCardProps): ReactNode {
  const { t } = useMessages();
  return (
    <article className="briefing" aria-labelledby={`briefing-${entry.id}`}>
      <BriefingHead entry={entry} notes={notes} />
      {sealedNotice}
      {entry.sealed === null && isEmpty(entry) && <p className="briefing__empty">{t('briefings.empty')}</p>}
      <div className="briefing__sections">
        {entry.sections.map((section) => (
          <BriefingSectionView key={section.id} section={section} briefingId={entry.id} notes={notes} />
        ))}
      </div>
      {entry.keyFigures.length > 0 && (
        <section className="briefing__part">
          <h3 className="briefing__heading">{t('briefings.keyFigures')}</h3>
          <div className="briefing__figures">
            {entry.keyFigures.map((figure) => (
              <KeyFigureCard key={figure.id} figure={figure} briefingId={entry.id} notes={notes} />
            ))}
          </div>
        </section>
      )}
      {entry.commitments.length > 0 && (
        <Commitments commitments={entry.commitments} briefingId={entry.id} notes={notes} />
      )}
      {entry.documents.length > 0 && <Documents documents={entry.documents} onOpen={onOpenDocument} />}
    </article>
  );
}

const isEmpty = ({ sections, keyFigures, commitments, documents }: BriefingEntry): boolean =>
  [sections, keyFigures, commitments, documents].every((part) => part.length === 0);

function BriefingHead({ entry, notes }: { entry: BriefingEntry; notes: BriefingNotes }): ReactNode {
  const { t, formatTime } = useMessages();
  const facts = [
    entry.presenter,
    entry.start !== null && formatTime(entry.start),
    entry.minutes !== null && t('agenda.minutes', { count: entry.minutes }),
    entry.period,
  ];
  return (
    <header className="briefing__head">
      <div className="briefing__name">
        <h2 id={`briefing-${entry.id}`} className="briefing__title">
          {entry.unit.name}
        </h2>
        <p className="briefing__facts">
          {facts
            .filter((fact) => typeof fact === 'string')
            .map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          {entry.series !== null && <Badge>{t(`briefings.series.${entry.series}`)}</Badge>}
          {entry.change !== 'none' && (
            <Badge tone={entry.change === 'new' ? 'new' : 'warning'}>
              {t(`agenda.change.${entry.change}`)}
            </Badge>
          )}
        </p>
      </div>
      <div className="briefing__controls">
        {notes.controls({ type: 'briefing', briefing: entry.id }, entry.unit.name)}
      </div>
    </header>
  );
}

function Documents({
  documents,
  onOpen,
}: {
  documents: readonly DocumentEntry[];
  onOpen: (documentId: string) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <section className="briefing__part">
      <h3 className="briefing__heading">{t('briefings.documents')}</h3>
      <ul className="briefing__documents">
        {documents.map((document) => (
          <li key={document.id}>
            <AriaButton className="briefing__document" onPress={() => onOpen(document.id)}>
              <FileText size={18} aria-hidden />
              <span>
                <span className="briefing__document-title">{document.title}</span>
                <span className="briefing__document-facts">
                  {t(`agenda.documentKind.${document.documentKind}`)}
                  {document.pageCount > 0 && ` · ${t('briefings.pageCount', { count: document.pageCount })}`}
                </span>
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
