import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { ageRecipient, base64, publicKey, shortName } from '../../core/exchange/exchangeValues.ts';
import { instant, sha256, uuid } from '../../core/pack/manifestValues.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';

/** A card as it came in. */
const cardRecordSchema = v.object({
  card: v.object({
    person: uuid,
    name: shortName,
    bodies: v.array(uuid),
    roles: v.array(shortName),
    recipient: ageRecipient,
    signingKey: publicKey,
    issued: instant,
  }),
  /** The file's bytes, with its signature. */
  file: base64(256 * 1024),
  takenIn: v.number(),
  /** When the six words were compared and matched; nothing is encrypted for a card before. */
  compared: v.nullable(v.number()),
  /** The roster's member whose card it is, when the card has another id. */
  member: v.nullable(uuid),
});
export type CardRecord = v.InferOutput<typeof cardRecordSchema>;

const receiptRecordSchema = v.object({
  person: uuid,
  pack: uuid,
  revision: v.number(),
  manifest: sha256,
  opened: v.nullable(instant),
  disposed: v.nullable(instant),
});
export type ReceiptRecord = v.InferOutput<typeof receiptRecordSchema>;

const letterRecordSchema = v.object({ pack: uuid, item: uuid, person: uuid, written: v.number() });

const deliverySchema = v.object({ pack: uuid, revision: v.number(), member: uuid, sent: instant });

export const peopleSchema = v.object({
  /** By the card's person id. */
  cards: v.record(v.string(), cardRecordSchema),
  receipts: v.array(receiptRecordSchema),
  /** Key letters that were written. */
  letters: v.array(letterRecordSchema),
  /** What was sent to whom. Files of older programs lack it. */
  deliveries: v.optional(v.array(deliverySchema)),
});
export type PeopleData = v.InferOutput<typeof peopleSchema>;

/** Opens `people.json`: cards, receipts and key letters of the people the office sends to. A damaged one is set aside. */
export const openPeopleStore = (folder: string, disk?: Disk): Promise<Result<DurableStore<PeopleData>>> =>
  openStore<PeopleData>({
    file: path.join(folder, 'people.json'),
    kind: 'people',
    version: 1,
    schema: peopleSchema,
    initial: { cards: {}, receipts: [], letters: [] },
    whenUnreadable: 'setAside',
    ...(disk && { disk }),
  });

/** The card of a roster's member; null when there is none. */
export const cardOfMember = (data: PeopleData, memberId: string): CardRecord | null =>
  Object.values(data.cards).find(({ member }) => member === memberId) ??
  Object.values(data.cards).find(({ card, member }) => member === null && card.person === memberId) ??
  null;

/** The roster's member whose card has this age recipient; null when nobody's has. */
export function memberOfRecipient(data: PeopleData, recipient: string): string | null {
  const found = Object.values(data.cards).find(({ card }) => card.recipient === recipient);
  return found === undefined ? null : (found.member ?? found.card.person);
}

/** Whether the member has a card, and whether its words were compared. */
export function cardState(data: PeopleData, memberId: string): 'none' | 'notCompared' | 'compared' {
  const record = cardOfMember(data, memberId);
  if (record === null) return 'none';
  return record.compared === null ? 'notCompared' : 'compared';
}

/** `age1…` of those whose card was compared, and the ids of all others. */
export function recipientsOf(
  data: PeopleData,
  members: readonly string[],
): { readonly recipients: readonly string[]; readonly withoutCard: readonly string[] } {
  const cards = members.map((id) => [id, cardOfMember(data, id)] as const);
  return {
    recipients: cards.flatMap(([, found]) => (found?.compared == null ? [] : [found.card.recipient])),
    withoutCard: cards.flatMap(([id, found]) => (found?.compared == null ? [id] : [])),
  };
}
