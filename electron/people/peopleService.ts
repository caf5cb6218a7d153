import type {
  MemberEntry,
  MeetingPeopleView,
  PeopleView,
  PersonEntry,
} from '../../core/exchange/peopleViews.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { writeKeyLetter } from '../../core/exchange/keyLetter.ts';
import { encodeBase64 } from '../../core/pack/base64.ts';
import { withDelivered } from '../../core/exchange/deliveries.ts';
import type { Body, Instant, Uuid } from '../../core/pack/manifest.ts';
import type { TrustedSigner } from '../../core/pack/trust.ts';
import { envelopeSigner } from '../crypto/envelopeSigning.ts';
import type { Keyring } from '../identity/keyring.ts';
import type { OfficeKeys } from '../identity/signingKeys.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { wordsOfKey } from '../library/wordsOfKey.ts';
import { encryptKeyForOne } from '../sealing/sealItem.ts';
import type { SealingRecords } from '../sealing/sealingMemory.ts';
import type { DurableStore } from '../storage/store.ts';
import { meetingPeople } from './meetingPeople.ts';
import type { Municipality } from './municipality.ts';
import type { PeopleData } from './peopleStore.ts';
import { cardOfMember, cardState } from './peopleStore.ts';

/** One key letter to write. */
export interface LetterOrder {
  readonly meetingId: Uuid;
  readonly itemId: Uuid;
  readonly member: Uuid;
  readonly keyId: string;
  readonly passphrase: string | null;
}

/** The people the office sends to, their cards and receipts, and the office's keys. */
export interface PeopleService {
  readonly view: () => Promise<PeopleView>;
  readonly bodies: () => Promise<readonly Body[]>;
  readonly confirm: (person: Uuid, matches: boolean) => Promise<Result<void>>;
  readonly link: (person: Uuid, member: Uuid | null) => Promise<Result<void>>;
  readonly remove: (person: Uuid) => Promise<Result<void>>;
  readonly meeting: (meetingId: Uuid) => Promise<Result<MeetingPeopleView>>;
  /** Notes that a revision was sent to these people; null takes the note away. Fails with meetingUnknown. */
  readonly markSent: (
    meetingId: Uuid,
    what: { readonly revision: number; readonly members: readonly Uuid[]; readonly sent: Instant | null },
  ) => Promise<Result<void>>;
  /** A revision reached everybody in the roster at once. What was noted before stays. */
  readonly delivered: (meetingId: Uuid, revision: number, at: Instant) => Promise<Result<void>>;
  /** The bytes of a key letter. Fails with meetingUnknown, cardNotCompared, sealedNotEntitled (no key of the item here) or letterHidden. */
  readonly letter: (
    order: LetterOrder,
  ) => Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>>;
  /** The office's keys as first signers of a new list. */
  readonly firstSigners: (today: string) => readonly TrustedSigner[];
}

export interface PeopleServiceOptions {
  readonly store: DurableStore<PeopleData>;
  readonly officeKeys: OfficeKeys;
  readonly keyring: Keyring;
  readonly municipality: Municipality;
  readonly sealings: SealingRecords;
  readonly library: Pick<LibraryService, 'view' | 'shownPack' | 'revisions'>;
  /** The office's register of bodies. */
  readonly registered: () => Promise<readonly Body[]>;
  readonly now: () => number;
}

export function createPeopleService(options: PeopleServiceOptions): PeopleService {
  const { store, officeKeys, keyring, municipality, sealings, library, registered, now } = options;

  /** The register, and what the packs in the library say of bodies that it has not. */
  const bodies = async (): Promise<readonly Body[]> => {
    const own = await registered();
    const seen = library
      .view()
      .meetings.flatMap(({ meetingId }) => library.shownPack(meetingId)?.manifest.meeting.body ?? [])
      .filter(({ id }) => !own.some((body) => body.id === id));
    return [...own, ...new Map(seen.map((body) => [body.id, body])).values()];
  };

  const change = async (by: (data: PeopleData) => PeopleData): Promise<Result<void>> => {
    const saved = await store.update(by);
    return saved.ok ? ok(undefined) : saved;
  };

  return {
    bodies,
    view: async () => {
      const known = await bodies();
      const data = store.read();
      return {
        people: Object.values(data.cards)
          .map((record) => personEntry(record, known))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
        members: membersOf(known, data),
        keys: officeKeys.list(),
        municipality: municipalityEntry(municipality),
        bodies: known.map(({ id, name }) => ({ id, name })),
        asksPassphrase: asksPassphrase(keyring),
      };
    },
    confirm: (person, matches) =>
      change((data) => {
        const record = data.cards[person];
        if (record === undefined) return data;
        if (!matches) return { ...data, cards: without(data.cards, person) };
        return { ...data, cards: { ...data.cards, [person]: { ...record, compared: now() } } };
      }),
    link: (person, member) =>
      change((data) => {
        const record = data.cards[person];
        return record === undefined
          ? data
          : { ...data, cards: { ...data.cards, [person]: { ...record, member } } };
      }),
    remove: (person) => change((data) => ({ ...data, cards: without(data.cards, person) })),
    meeting: async (meetingId) => {
      const shown = library.shownPack(meetingId);
      if (shown === null) return failure('meetingUnknown');
      const revisions = await library.revisions(meetingId);
      const manifests = revisions.ok ? revisions.value.manifests.map(({ manifest }) => manifest) : [];
      return ok(await meetingPeople(shown, store.read(), sealings, manifests, now()));
    },
    markSent: async (meetingId, { revision, members, sent }) => {
      const shown = library.shownPack(meetingId);
      if (shown === null) return failure('meetingUnknown');
      const pack = shown.packId;
      return change((data) => ({
        ...data,
        deliveries: withDelivered(data.deliveries ?? [], { pack, revision, members }, sent),
      }));
    },
    delivered: async (meetingId, revision, at) => {
      const shown = library.shownPack(meetingId);
      if (shown === null) return failure('meetingUnknown');
      const pack = shown.packId;
      return change((data) => {
        const { deliveries = [] } = data;
        const isNoted = (member: Uuid): boolean =>
          deliveries.some(
            (each) => each.pack === pack && each.revision === revision && each.member === member,
          );
        const members = (shown.manifest.meeting.body.roster?.members ?? [])
          .map(({ id }) => id)
          .filter((id) => !isNoted(id));
        return { ...data, deliveries: withDelivered(deliveries, { pack, revision, members }, at) };
      });
    },
    letter: async ({ meetingId, itemId, member, keyId, passphrase }) => {
      const shown = library.shownPack(meetingId);
      if (shown === null) return failure('meetingUnknown');
      const card = cardOfMember(store.read(), member);
      if (card?.compared == null) return failure('cardNotCompared');
      const signer = await officeKeys.signer(keyId, passphrase);
      if (!signer.ok) return signer;
      const record = await sealings.record(shown.packId, itemId);
      if (!record.ok) return record;
      if (record.value === null) return failure('sealedNotEntitled');
      if (record.value.hiddenFrom?.includes(member)) return failure('letterHidden');
      const key = encodeBase64(await encryptKeyForOne(card.card.recipient, record.value.itemKey));
      const { revision } = shown.manifest.pack;
      const letter = { pack: shown.packId, revision, item: itemId, key };
      const written = { pack: shown.packId, item: itemId, person: card.card.person, written: now() };
      const saved = await change((data) => ({ ...data, letters: [...data.letters, written] }));
      if (!saved.ok) return saved;
      return ok({ name: card.card.name, bytes: writeKeyLetter(letter, envelopeSigner(signer.value)) });
    },
    firstSigners: (today) =>
      officeKeys
        .list()
        .map(({ keyId, name }) => ({ key: keyId, name, bodies: null, from: today, to: null, removed: null })),
  };
}

const without = (cards: PeopleData['cards'], person: Uuid): PeopleData['cards'] =>
  Object.fromEntries(Object.entries(cards).filter(([id]) => id !== person));

function personEntry(record: PeopleData['cards'][string], bodies: readonly Body[]): PersonEntry {
  const { card, compared } = record;
  const memberId = record.member ?? card.person;
  const member = bodies.flatMap(({ roster }) => roster?.members ?? []).find(({ id }) => id === memberId);
  return {
    person: card.person,
    name: card.name,
    roles: card.roles,
    bodyNames: bodies.filter(({ id }) => card.bodies.includes(id)).map(({ name }) => name),
    issued: card.issued,
    words: wordsOfKey(card.signingKey),
    compared,
    member: member === undefined ? null : { id: member.id, name: member.name },
  };
}

const membersOf = (bodies: readonly Body[], data: PeopleData): readonly MemberEntry[] =>
  bodies.flatMap(({ name: bodyName, roster }) =>
    (roster?.members ?? []).map(({ id, name, party }) => ({
      id,
      name,
      party,
      bodyName,
      card: cardState(data, id),
    })),
  );

function municipalityEntry(municipality: Municipality): PeopleView['municipality'] {
  const root = municipality.trust();
  if (root === null) return null;
  const { version, municipality: name, signers } = root.trust;
  const succession = municipality.succession();
  return {
    name,
    rootKey: root.rootKey,
    words: wordsOfKey(root.rootKey),
    version,
    signers: signers.map((signer) => ({ ...signer, words: wordsOfKey(signer.key) })),
    oldWords: succession === null ? null : wordsOfKey(succession.from),
  };
}

function asksPassphrase(keyring: Keyring): PeopleView['asksPassphrase'] {
  if (keyring.state() === 'open') return 'no';
  if (keyring.state() === 'locked') return 'unlock';
  return keyring.systemProtects() ? 'no' : 'new';
}
