import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure } from '../errors.ts';
import type { Instant, Uuid } from '../pack/manifest.ts';
import { closed, instant, listOf, uuid } from '../pack/manifestValues.ts';
import type { EnvelopeSigner, Signed, Verify } from './envelope.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import { ageRecipient, publicKey, shortName } from './exchangeValues.ts';

/** What a person sends to the secretary once: who they are, and for which key sealed items are to be encrypted. */
export interface Card {
  /** The person's id in rosters. */
  readonly person: Uuid;
  readonly name: string;
  /** Ids of the bodies the person sits in; empty when none was known yet. */
  readonly bodies: readonly Uuid[];
  /** In words: "ledamot", "ersättare". */
  readonly roles: readonly string[];
  /** age X25519 recipient, `age1…`. */
  readonly recipient: string;
  /** minisign public key line, `RW…`; the envelope is signed by it. */
  readonly signingKey: string;
  readonly issued: Instant;
}

/** The extension of the file, without dot. */
export const cardExtension = 'beredd-card';

const cardSchema: v.GenericSchema<unknown, Card> = closed({
  person: uuid,
  name: shortName,
  bodies: v.pipe(listOf(uuid), v.maxLength(200, 'too-large')),
  roles: v.pipe(listOf(shortName), v.maxLength(200, 'too-large')),
  recipient: ageRecipient,
  signingKey: publicKey,
  issued: instant,
});

/** The bytes of a card, signed by its own key. */
export const writeCard = (card: Card, signer: EnvelopeSigner): Uint8Array =>
  writeEnvelope('beredd-card', card, signer);

/**
 * From hostile bytes to a card that its own key signed. Fails as `readEnvelope` does, and with exchangeForged when
 * another key signed it than the one it names.
 */
export function readCard(bytes: Uint8Array, verify: Verify): Result<Signed<Card>> {
  const card = readEnvelope(bytes, 'beredd-card', cardSchema, verify);
  if (!card.ok) return card;
  return card.value.key === card.value.content.signingKey ? card : failure('exchangeForged');
}

/** A term of office: after it people and posts are others, and a new card is asked for. */
const yearsOfACard = 4;

/** What the office knows when a card comes in. */
export interface CardContext {
  /** Bodies the office makes packs for. */
  readonly bodies: readonly Uuid[];
  /** The card of the same person that is here already. */
  readonly known: Card | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What to do with a sound card. */
export type CardStanding = 'new' | 'same' | 'renewed' | 'otherKey';

/**
 * What a sound card is to this office: `new`; `same` as the one here; `renewed`, a later one with the same signing key;
 * `otherKey`, a later one with another signing key, so that the six words must be compared again. Fails with
 * cardOtherBody, cardExpired (older than a term of office, or from the future) or cardOlder (a later one is here).
 */
export function cardStanding(card: Card, { bodies, known, now }: CardContext): Result<CardStanding> {
  const ownBodies = card.bodies.length === 0 || card.bodies.some((id) => bodies.includes(id));
  if (!ownBodies) return failure('cardOtherBody', { detail: { name: card.name } });
  const issued = Date.parse(card.issued);
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - yearsOfACard);
  const dayMs = 24 * 60 * 60 * 1000;
  if (issued < oldest.getTime() || issued > now + dayMs) {
    return failure('cardExpired', { detail: { name: card.name, issued: card.issued.slice(0, 10) } });
  }
  if (known === null) return { ok: true, value: 'new' };
  const knownIssued = Date.parse(known.issued);
  if (issued < knownIssued) return failure('cardOlder', { detail: { name: card.name } });
  if (card.signingKey !== known.signingKey) return { ok: true, value: 'otherKey' };
  const isSame = issued === knownIssued && card.recipient === known.recipient;
  return { ok: true, value: isSame ? 'same' : 'renewed' };
}
