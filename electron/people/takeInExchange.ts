import { cardStanding, readCard } from '../../core/exchange/card.ts';
import type { Card } from '../../core/exchange/card.ts';
import { envelopeFormatOf } from '../../core/exchange/envelope.ts';
import type { ExchangeOutcome } from '../../core/exchange/peopleViews.ts';
import { readReceipt } from '../../core/exchange/receipt.ts';
import type { Receipt } from '../../core/exchange/receipt.ts';
import type { BereddError, Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { encodeBase64 } from '../../core/pack/base64.ts';
import { verifyEnvelope } from '../crypto/envelopeSigning.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import type { ExchangedFile } from './exchangedFiles.ts';
import type { CardRecord, PeopleData, ReceiptRecord } from './peopleStore.ts';
import { readExchanged } from './readExchanged.ts';

export interface ExchangeIntake {
  readonly store: DurableStore<PeopleData>;
  readonly disk: Disk;
  /** Ids of the bodies the office makes packs for. */
  readonly bodies: () => Promise<readonly string[]>;
  readonly now: () => number;
}

/** Takes in cards, then receipts; each file is told for itself, those that are neither too. */
export async function takeInExchange(
  intake: ExchangeIntake,
  files: readonly ExchangedFile[],
): Promise<readonly ExchangeOutcome[]> {
  const read = await Promise.all(
    files.map(async ({ file, name }) => ({ name, bytes: await readExchanged(intake.disk, file) })),
  );
  // Cards first: a receipt is known by its person's card.
  const order = (bytes: Result<Uint8Array>): number =>
    bytes.ok && envelopeFormatOf(bytes.value) === 'beredd-card' ? 0 : 1;
  const outcomes: ExchangeOutcome[] = [];
  for (const { name, bytes } of read.toSorted((a, b) => order(a.bytes) - order(b.bytes))) {
    const taken = bytes.ok ? await takeIn(intake, bytes.value) : bytes;
    outcomes.push(
      taken.ok
        ? { file: name, ...taken.value }
        : { file: name, kind: 'refused', error: named(taken.error, name) },
    );
  }
  return outcomes;
}

const named = (error: BereddError, file: string): BereddError => ({ ...error, file });

async function takeIn(intake: ExchangeIntake, bytes: Uint8Array): Promise<Result<TakenIn>> {
  return envelopeFormatOf(bytes) === 'beredd-receipt' ? takeReceipt(intake, bytes) : takeCard(intake, bytes);
}

type TakenIn =
  | { readonly kind: 'card'; readonly person: string; readonly name: string; readonly standing: CardKind }
  | {
      readonly kind: 'receipt';
      readonly name: string;
      readonly revision: number;
      readonly disposed: boolean;
    };
type CardKind = 'new' | 'same' | 'renewed' | 'otherKey';

async function takeCard({ store, bodies, now }: ExchangeIntake, bytes: Uint8Array): Promise<Result<TakenIn>> {
  const signed = readCard(bytes, verifyEnvelope);
  if (!signed.ok) return signed;
  const card = signed.value.content;
  const known = store.read().cards[card.person] ?? null;
  const standing = cardStanding(card, { bodies: await bodies(), known: known?.card ?? null, now: now() });
  if (!standing.ok) return standing;
  const taken: TakenIn = { kind: 'card', person: card.person, name: card.name, standing: standing.value };
  if (standing.value === 'same') return ok(taken);
  const record = recordOf(card, bytes, now(), known, standing.value);
  const saved = await store.update((data) => ({ ...data, cards: { ...data.cards, [card.person]: record } }));
  return saved.ok ? ok(taken) : saved;
}

const recordOf = (
  card: Card,
  bytes: Uint8Array,
  takenIn: number,
  known: CardRecord | null,
  standing: CardKind,
): CardRecord => ({
  card: { ...card, bodies: [...card.bodies], roles: [...card.roles] },
  file: encodeBase64(bytes),
  takenIn,
  // Signed by the key that was compared: whoever holds it may renew what it says.
  compared: standing === 'renewed' ? (known?.compared ?? null) : null,
  member: known?.member ?? null,
});

async function takeReceipt({ store }: ExchangeIntake, bytes: Uint8Array): Promise<Result<TakenIn>> {
  const signed = readReceipt(bytes, verifyEnvelope);
  if (!signed.ok) return signed;
  const receipt = signed.value.content;
  const record = store.read().cards[receipt.person];
  if (record === undefined || record.card.signingKey !== signed.value.key) return failure('receiptUnknown');
  const saved = await store.update((data) => ({ ...data, receipts: withReceipt(data.receipts, receipt) }));
  if (!saved.ok) return saved;
  const disposed = 'disposed' in receipt;
  return ok({ kind: 'receipt', name: record.card.name, revision: receipt.revision, disposed });
}

/** One line for each person, pack and revision; the earliest opening stays. */
function withReceipt(receipts: readonly ReceiptRecord[], receipt: Receipt): ReceiptRecord[] {
  const { person, pack, revision, manifest } = receipt;
  const isSame = (each: ReceiptRecord): boolean =>
    each.person === person && each.pack === pack && each.revision === revision && each.manifest === manifest;
  const known = receipts.find(isSame) ?? { person, pack, revision, manifest, opened: null, disposed: null };
  const now: ReceiptRecord =
    'opened' in receipt
      ? { ...known, opened: earliest(known.opened, receipt.opened) }
      : { ...known, disposed: earliest(known.disposed, receipt.disposed) };
  return [...receipts.filter((each) => !isSame(each)), now];
}

const earliest = (a: string | null, b: string): string =>
  a !== null && Date.parse(a) <= Date.parse(b) ? a : b;
