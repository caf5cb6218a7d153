import { Merge } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Part } from '../../../core/agendaImport/reviewCuts.ts';
import { moveCut, partsOf, removeCut } from '../../../core/agendaImport/reviewCuts.ts';
import { moveDocument, retitleDocument } from '../../../core/agendaImport/reviewEdits.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Select } from '../../ui/Select.tsx';
import { PageField } from './PageField.tsx';
import { TitleField } from './TitleField.tsx';
import { useReview } from './useReview.ts';
import { useReviewWords } from './useReviewWords.ts';
import './importPages.css';

/** The documents of a file in the order of their pages: title, pages and item of each can be changed here. */
export function PartList({ file, onGoTo }: { file: string; onGoTo: (page: number) => void }): ReactNode {
  const { t } = useMessages();
  const { proposal } = useReview();
  const parts = partsOf(proposal, file);
  return (
    <ol className="imp-parts" aria-label={t('agendaImport.parts', { count: parts.length })}>
      {parts.map((part, at) => (
        <PartRow
          key={part.document.id}
          part={part}
          before={parts[at - 1] ?? null}
          behind={parts[at + 1] ?? null}
          onGoTo={onGoTo}
        />
      ))}
    </ol>
  );
}

const unplaced = 'unplaced';

function PartRow({
  part,
  before,
  behind,
  onGoTo,
}: {
  part: Part;
  before: Part | null;
  behind: Part | null;
  onGoTo: (page: number) => void;
}): ReactNode {
  const { t } = useMessages();
  const words = useReviewWords();
  const { proposal, change } = useReview();
  const { document, from, to, place } = part;
  const { file, id, title } = document;
  const isCutBefore = before !== null && before.to === from - 1;
  const isCutBehind = behind !== null && behind.from === to + 1;
  return (
    <li className="imp-part" onFocus={() => onGoTo(from)}>
      <TitleField
        className="imp-part__title"
        label={t('agendaImport.documentTitle', { title })}
        value={title}
        onCommit={(typed) => change((now) => retitleDocument(now, id, typed))}
      />
      <div className="imp-part__row">
        <PageField
          label={t('agendaImport.fromPage', { title })}
          value={from}
          isDisabled={!isCutBefore}
          onCommit={(page) => change((now) => moveCut(now, file, from - 1, page - 1))}
        />
        <span aria-hidden>–</span>
        <PageField
          label={t('agendaImport.toPage', { title })}
          value={to}
          isDisabled={!isCutBehind}
          onCommit={(page) => change((now) => moveCut(now, file, to, page))}
        />
        <span className="imp-part__certainty">{words.certainty(document)}</span>
        <IconButton
          size="small"
          label={t('agendaImport.joinWithBefore', { title })}
          icon={<Merge size={15} aria-hidden />}
          isDisabled={!isCutBefore}
          onPress={() => change((now) => removeCut(now, file, from - 1))}
        />
      </div>
      <Select
        label={t('agendaImport.itemOf', { title })}
        hidesLabel
        choices={[
          { value: unplaced, label: t('agendaImport.unplaced') },
          ...proposal.items.map((item) => ({ value: item.id, label: words.itemName(item) })),
        ]}
        value={place ?? unplaced}
        onChange={(chosen) => change((now) => moveDocument(now, id, chosen === unplaced ? null : chosen))}
      />
    </li>
  );
}
