import type { ProposalKind, Stance } from '../../annotation/noteDetails.ts';
import { itemHeading } from '../sheet.ts';
import type { TextBlock, TextDocument } from '../textDocument.ts';
import type { DigestChoice, DigestItemChoice } from './digestChoice.ts';
import { digestItemOf } from './digestChoice.ts';
import type { OfferedItem } from './digestOffer.ts';

/** Words of the digest in its own language. */
export interface DigestWords {
  readonly language: string;
  /** When and where the meeting is, and whose. */
  readonly meeting: string;
  readonly ownWords: string;
  readonly proposedDecision: string;
  readonly stance: string;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly proposalKinds: Readonly<Record<ProposalKind, string>>;
  readonly fromDocuments: string;
  readonly notes: string;
  readonly documents: string;
  readonly page: (page: number) => string;
  /** Who made it, or that a member did. */
  readonly madeBy: (signature: string) => string;
}

/**
 * The digest as one document: chosen items in the order of the agenda, of each what was chosen and is offered. What is
 * not in `offer` cannot get into it.
 */
export function digestDocument(
  offer: readonly OfferedItem[],
  choice: DigestChoice,
  words: DigestWords,
): TextDocument {
  const chosen = offer
    .map((item) => [item, digestItemOf(choice, item.id)] as const)
    .filter(([, { isChosen }]) => isChosen);
  const blocks: TextBlock[] = [
    { block: 'heading', level: 1, text: choice.title.trim() },
    quiet(words.meeting),
    ...paragraphs(choice.introduction),
    ...chosen.flatMap(([item, own]) => itemBlocks(item, own, words)),
    quiet(words.madeBy(choice.signature.trim())),
  ];
  return { title: choice.title.trim(), language: words.language, blocks };
}

function itemBlocks(item: OfferedItem, own: DigestItemChoice, words: DigestWords): readonly TextBlock[] {
  const quotes = item.quotes.filter(({ noteId }) => own.quotes.includes(noteId));
  const notes = item.notes.filter(({ noteId }) => own.notes.includes(noteId));
  const titles = item.documents.filter(({ id }) => own.documents.includes(id)).map(({ title }) => title);
  const stance = own.withStance && item.stance !== null ? words.stances[item.stance] : '';
  return [
    { block: 'heading', level: 2, text: itemHeading(item) },
    ...section(words.ownWords, paragraphs(own.ownWords)),
    ...section(
      words.proposedDecision,
      own.withProposedDecision && item.proposedDecision.length > 0
        ? [{ block: 'list', ordered: true, items: item.proposedDecision }]
        : [],
    ),
    ...section(words.stance, [...paragraphs(stance), ...paragraphs(own.publicText)]),
    ...section(
      words.fromDocuments,
      quotes.map(({ text, document, page }) => ({
        block: 'quote',
        text,
        source: `${document}, ${words.page(page)}`,
      })),
    ),
    ...section(
      words.notes,
      notes.flatMap(({ proposalKind, text, reason }) => {
        const kind = proposalKind === null ? '' : `${words.proposalKinds[proposalKind]}: `;
        return [...paragraphs(`${kind}${text}`), ...paragraphs(reason)];
      }),
    ),
    ...section(
      words.documents,
      titles.length === 0 ? [] : [{ block: 'list', ordered: false, items: titles }],
    ),
  ];
}

const quiet = (text: string): TextBlock => ({ block: 'paragraph', text, isQuiet: true });

/** A blank line parts paragraphs; a single line feed stays one. */
const paragraphs = (text: string): readonly TextBlock[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ block: 'paragraph', text: part }));

const section = (heading: string, blocks: readonly TextBlock[]): readonly TextBlock[] =>
  blocks.length === 0 ? [] : [{ block: 'heading', level: 3, text: heading }, ...blocks];
