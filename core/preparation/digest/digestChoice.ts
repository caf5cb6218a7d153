import * as v from 'valibot';
import { languageSchema } from '../../settings/settings.ts';
import type { Language } from '../../settings/settings.ts';

const uuid = v.pipe(v.string(), v.uuid());
const line = v.pipe(v.string(), v.maxLength(300));
const words = v.pipe(v.string(), v.maxLength(20_000));
const ids = v.pipe(v.array(uuid), v.maxLength(2_000));

const digestItemSchema = v.object({
  itemId: uuid,
  isChosen: v.boolean(),
  /** What is to be decided, in the person's own words. */
  ownWords: words,
  /** What the person says to the public. */
  publicText: words,
  withProposedDecision: v.boolean(),
  withStance: v.boolean(),
  /** Notes whose quoted words go out; never what was written about them. */
  quotes: ids,
  /** Notes whose text goes out. */
  notes: ids,
  /** Documents whose titles go out. */
  documents: ids,
});

/**
 * What the person chose for a public digest of a meeting. It is remembered; what of it may go out is decided anew each
 * time (`digestOffer`).
 */
export const digestChoiceSchema = v.object({
  language: languageSchema,
  title: line,
  /** Who made it, as it is to stand there; empty: nobody is named. */
  signature: line,
  introduction: words,
  items: v.pipe(v.array(digestItemSchema), v.maxLength(2_000)),
});

export type DigestChoice = v.InferOutput<typeof digestChoiceSchema>;
export type DigestItemChoice = v.InferOutput<typeof digestItemSchema>;

/** Nothing is chosen before the person chooses it. */
export const emptyDigest = (language: Language, title: string): DigestChoice => ({
  language,
  title,
  signature: '',
  introduction: '',
  items: [],
});

const nothingOf = (itemId: string): DigestItemChoice => ({
  itemId,
  isChosen: false,
  ownWords: '',
  publicText: '',
  withProposedDecision: false,
  withStance: false,
  quotes: [],
  notes: [],
  documents: [],
});

/** What was chosen for an item. */
export const digestItemOf = (choice: DigestChoice, itemId: string): DigestItemChoice =>
  choice.items.find((item) => item.itemId === itemId) ?? nothingOf(itemId);

/** The choice with another say about one item. */
export function withDigestItem(
  choice: DigestChoice,
  itemId: string,
  patch: Partial<Omit<DigestItemChoice, 'itemId'>>,
): DigestChoice {
  const changed = { ...digestItemOf(choice, itemId), ...patch };
  return { ...choice, items: [...choice.items.filter((item) => item.itemId !== itemId), changed] };
}
