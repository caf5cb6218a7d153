import type { ReactNode } from 'react';
import type { ItemSheet, SheetNote, SheetProposal } from '../../../../core/preparation/sheet.ts';
import { isPrepared } from '../../../../core/preparation/sheet.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { placeWords } from '../placeWords.ts';

/** What to have before one's eyes when the chair gives the word. */
export function LiveSheet({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { item, stance, conflict, speech, questions, proposals, notes, reservation } = sheet;
  return (
    <article className="prep-live__sheet">
      <h1>
        {item.number !== null && <span className="prep-number">{item.number}</span>}
        {item.title}
      </h1>
      {conflict !== null && (
        <p className="prep-live__conflict" role="note">
          <strong>{t('preparation.conflict')}.</strong> {t('preparation.conflict.effect')}
        </p>
      )}
      {stance !== null && (
        <p className="prep-live__stance">
          {t('preparation.myStance')}: <strong>{t(`preparation.stance.${stance}`)}</strong>
        </p>
      )}
      <Part title={t('preparation.proposedDecision')} isThere={item.proposedDecision.length > 0}>
        <ol>
          {item.proposedDecision.map((point, i) => (
            <li key={i}>{point}</li>
          ))}
        </ol>
      </Part>
      <Part title={t('preparation.speech')} isThere={speech.length > 0}>
        {speech.map((placed) => (
          <Words key={placed.note.id} placed={placed} />
        ))}
      </Part>
      <Part title={t('preparation.proposals')} isThere={proposals.length > 0}>
        <ol>
          {proposals.map((proposal) => (
            <Proposal key={proposal.note.id} proposal={proposal} />
          ))}
        </ol>
      </Part>
      <Part title={t('preparation.questions')} isThere={questions.length > 0}>
        <ul>
          {questions.map(({ note, quote, addressee, state }) => (
            <li key={note.id}>
              {note.text === '' ? quote : note.text}
              {addressee !== null && addressee !== '' && ` → ${addressee}`}
              {state !== 'open' && ` (${t(`preparation.question.${state}`)})`}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('preparation.reservation')} isThere={reservation !== null}>
        <p className="prep-live__words">{reservation?.text}</p>
      </Part>
      <Part title={t('preparation.notes')} isThere={notes.length > 0}>
        {notes.map((placed) => (
          <Words key={placed.note.id} placed={placed} />
        ))}
      </Part>
      {!isPrepared(sheet) && <p className="prep-quiet">{t('preparation.nothing')}</p>}
    </article>
  );
}

function Part({
  title,
  isThere,
  children,
}: {
  readonly title: string;
  readonly isThere: boolean;
  readonly children: ReactNode;
}): ReactNode {
  if (!isThere) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What was quoted and written, with the page to name when one is asked. */
function Words({ placed }: { readonly placed: SheetNote }): ReactNode {
  const messages = useMessages();
  const { note, quote } = placed;
  const place = placeWords(messages, placed);
  if (quote === '' && note.text === '' && place === '') return null;
  return (
    <div className="prep-live__paragraph">
      {quote !== '' && <blockquote>{quote}</blockquote>}
      {note.text !== '' && <p className="prep-live__words">{note.text}</p>}
      {place !== '' && <p className="prep-live__place">{place}</p>}
    </div>
  );
}

function Proposal({
  proposal: { kind, text, reason, addressee },
}: {
  readonly proposal: SheetProposal;
}): ReactNode {
  const { t } = useMessages();
  return (
    <li>
      {kind !== null && <strong>{t(`preparation.proposal.${kind}`)}. </strong>}
      {text}
      {addressee !== null && addressee !== '' && (
        <p className="prep-live__place">
          {t('preparation.part.addressee')}: {addressee}
        </p>
      )}
      {reason !== '' && (
        <p className="prep-live__place">
          {t('preparation.part.reason')}: {reason}
        </p>
      )}
    </li>
  );
}
