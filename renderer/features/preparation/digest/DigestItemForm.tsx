import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DigestChoice, DigestItemChoice } from '../../../../core/preparation/digest/digestChoice.ts';
import { digestItemOf } from '../../../../core/preparation/digest/digestChoice.ts';
import type { OfferedItem } from '../../../../core/preparation/digest/digestOffer.ts';
import { itemHeading } from '../../../../core/preparation/sheet.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import type { Messages } from '../../../ui/messages.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextArea } from '../../../ui/TextField.tsx';

type Chosen = 'quotes' | 'notes' | 'documents';

/** One item of the digest: whether it goes out, and what of it. */
export function DigestItemForm({
  item,
  choice,
  onChange,
}: {
  readonly item: OfferedItem;
  readonly choice: DigestChoice;
  readonly onChange: (patch: Partial<DigestItemChoice>) => void;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const own = digestItemOf(choice, item.id);
  const name = itemHeading(item);
  const parts = (what: Chosen, rows: readonly Row[]): ReactNode =>
    rows.length > 0 && (
      <fieldset className="digest-parts">
        <legend>{t(`preparation.digest.${what}`)}</legend>
        {what === 'quotes' && <p className="prep-quiet">{t('preparation.digest.quotesRule')}</p>}
        {rows.map((row) => (
          <Part
            key={row.id}
            isOut={own[what].includes(row.id)}
            onChange={(isOut) =>
              onChange({ [what]: isOut ? [...own[what], row.id] : own[what].filter((id) => id !== row.id) })
            }
          >
            {row.words}
          </Part>
        ))}
      </fieldset>
    );
  return (
    <div className="digest-item" data-chosen={own.isChosen || undefined}>
      <Checkbox isSelected={own.isChosen} onChange={(isChosen) => onChange({ isChosen })}>
        {name}
      </Checkbox>
      {own.isChosen && (
        <div className="digest-item__parts" role="group" aria-label={name}>
          <TextArea
            label={t('preparation.digest.ownWords')}
            rows={2}
            value={own.ownWords}
            maxLength={20_000}
            onChange={(ownWords) => onChange({ ownWords })}
          />
          {item.proposedDecision.length > 0 && (
            <Part
              isOut={own.withProposedDecision}
              onChange={(withProposedDecision) => onChange({ withProposedDecision })}
            >
              {t('preparation.digest.withProposedDecision')}
            </Part>
          )}
          {item.stance !== null && (
            <Part isOut={own.withStance} onChange={(withStance) => onChange({ withStance })}>
              {t('preparation.digest.withStance', { stance: t(`preparation.stance.${item.stance}`) })}
            </Part>
          )}
          <TextArea
            label={t('preparation.digest.publicText')}
            rows={3}
            value={own.publicText}
            maxLength={20_000}
            onChange={(publicText) => onChange({ publicText })}
          />
          {parts('quotes', quoteRows(item, messages))}
          {parts('notes', noteRows(item, messages))}
          {parts(
            'documents',
            item.documents.map(({ id, title }) => ({ id, words: title })),
          )}
        </div>
      )}
    </div>
  );
}

interface Row {
  readonly id: string;
  readonly words: ReactNode;
}

const quoteRows = ({ quotes }: OfferedItem, { t }: Messages): readonly Row[] =>
  quotes.map(({ noteId, text, document, page }) => ({
    id: noteId,
    words: (
      <>
        “{text}” <span className="prep-quiet">{`${document}, ${t('preparation.page', { page })}`}</span>
      </>
    ),
  }));

const noteRows = ({ notes }: OfferedItem, { t }: Messages): readonly Row[] =>
  notes.map(({ noteId, proposalKind, text, reason }) => ({
    id: noteId,
    words: [proposalKind === null ? '' : `${t(`preparation.proposal.${proposalKind}`)}:`, text, reason]
      .filter((part) => part !== '')
      .join(' '),
  }));

/** One part, chosen by itself; that it goes out stands beside it. */
function Part({
  isOut,
  onChange,
  children,
}: {
  readonly isOut: boolean;
  readonly onChange: (isOut: boolean) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="digest-part" data-out={isOut || undefined}>
      <Checkbox isSelected={isOut} onChange={onChange}>
        {children}
        {isOut && (
          <span className="digest-part__out">
            <Send size={12} aria-hidden /> {t('preparation.digest.goesOut')}
          </span>
        )}
      </Checkbox>
    </div>
  );
}
