import { Check, CircleHelp, CircleAlert, GripVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProposedDocument } from '../../../core/agendaImport/proposal.ts';
import type { Place } from '../../../core/agendaImport/reviewEdits.ts';
import { certaintyWord, retitleDocument } from '../../../core/agendaImport/reviewEdits.ts';
import type { Tone } from '../../ui/Badge.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { DocumentActions } from './DocumentActions.tsx';
import { draggedDocument } from './documentDrag.ts';
import { TitleField } from './TitleField.tsx';
import { useReview } from './useReview.ts';
import { useReviewWords } from './useReviewWords.ts';

const looks: Readonly<Record<ReturnType<typeof certaintyWord>, { tone: Tone; icon: ReactNode }>> = {
  certain: { tone: 'good', icon: <Check size={12} aria-hidden /> },
  likely: { tone: 'neutral', icon: <CircleHelp size={12} aria-hidden /> },
  check: { tone: 'warning', icon: <CircleAlert size={12} aria-hidden /> },
};

/** One proposed document: its title, how certain its place is and why, and where else it can go. */
export function DocumentRow({ document, place }: { document: ProposedDocument; place: Place }): ReactNode {
  const { t } = useMessages();
  const words = useReviewWords();
  const { proposal, change, shown, show } = useReview();
  const look = looks[certaintyWord(document)];
  const file = proposal.files.find(({ sha256 }) => sha256 === document.file);
  const pages = words.pages(document);
  const trouble = file === undefined || file.condition === 'readable' ? null : file.condition;
  return (
    <li
      className="imp-document"
      data-shown={shown === document.id || undefined}
      onPointerDown={() => show(document.id)}
      {...draggedDocument(document.id)}
    >
      <GripVertical className="imp-document__grip" size={15} aria-hidden />
      <div className="imp-document__words">
        <TitleField
          className="imp-document__title"
          label={t('agendaImport.documentTitle', { title: document.title })}
          value={document.title}
          onFocus={() => show(document.id)}
          onCommit={(title) => change((now) => retitleDocument(now, document.id, title))}
        />
        <p className="imp-document__facts">
          {place !== null && (
            <Badge tone={look.tone} icon={look.icon}>
              {words.certainty(document)}
            </Badge>
          )}
          {trouble !== null && <Badge tone="alarm">{t(`agendaImport.condition.${trouble}`)}</Badge>}
          <span>{t(`agenda.documentKind.${document.documentKind}`)}</span>
          {pages !== null && <span className="imp-document__pages">{pages}</span>}
          {place !== null && <span className="imp-document__why">{words.because(document)}</span>}
          {file !== undefined && <span className="imp-document__file">{file.name}</span>}
        </p>
      </div>
      <DocumentActions document={document} place={place} />
    </li>
  );
}
