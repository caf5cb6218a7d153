import path from 'node:path';
import type { IdentityView, LetterOutcome, ReceiptState } from '../../core/exchange/identityViews.ts';
import { largestEnvelopeBytes } from '../../core/exchange/envelope.ts';
import { readKeyLetter } from '../../core/exchange/keyLetter.ts';
import type { NewPerson } from '../../core/exchange/newPerson.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Instant, Manifest, Uuid } from '../../core/pack/manifest.ts';
import { verifyEnvelope } from '../crypto/envelopeSigning.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { wordsOfKey } from '../library/wordsOfKey.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';
import type { Disk } from '../storage/disk.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { Keyring } from './keyring.ts';
import type { OwnIdentity } from './ownIdentity.ts';

/** What the window may ask about the person of this computer. */
export interface IdentityService {
  readonly view: () => IdentityView;
  readonly make: (person: NewPerson, passphrase: string | null) => Promise<Result<void>>;
  readonly takeLetters: (files: readonly string[]) => Promise<readonly LetterOutcome[]>;
  readonly receiptState: (meetingId: Uuid) => Result<ReceiptState>;
  readonly agreeToReceipts: (meetingId: Uuid, agreed: boolean) => Promise<Result<ReceiptState>>;
  /** The bytes of a receipt for the revision shown. Fails with identityMissing or identityLocked. */
  readonly receipt: (meetingId: Uuid, what: 'opened' | 'disposed') => Result<Uint8Array>;
}

export interface IdentityServiceOptions {
  readonly keyring: Keyring;
  readonly own: OwnIdentity;
  readonly reading: SealedReading;
  readonly library: Pick<LibraryService, 'view' | 'shownPack'>;
  readonly disk: Disk;
  readonly newId: () => string;
  /** Now, with the offset of the place. */
  readonly instant: () => Instant;
}

export function createIdentityService(options: IdentityServiceOptions): IdentityService {
  const { keyring, own, reading, library, disk, newId, instant } = options;

  const manifests = (): readonly Manifest[] =>
    library.view().meetings.flatMap(({ meetingId }) => library.shownPack(meetingId)?.manifest ?? []);

  const bodyNames = (): ReadonlyMap<Uuid, string> =>
    new Map(manifests().map(({ meeting }) => [meeting.body.id, meeting.body.name]));

  const receiptState = (meetingId: Uuid): Result<ReceiptState> => {
    const shown = library.shownPack(meetingId);
    if (shown === null) return failure('meetingUnknown');
    const { body } = shown.manifest.meeting;
    return ok({
      meetingId,
      revision: shown.manifest.pack.revision,
      bodyName: body.name,
      agreed: keyring.data().receipts[body.id] ?? null,
      canSign: own.person() !== null && keyring.state() === 'open',
    });
  };

  const takeLetter = async (file: string): Promise<Result<Uuid>> => {
    const bytes = await smallFile(disk, file);
    if (!bytes.ok) return bytes;
    const letter = readKeyLetter(bytes.value, verifyEnvelope);
    if (!letter.ok) return letter;
    if (own.person() === null) return failure('identityMissing');
    const taken = await reading.takeLetter(letter.value.content, letter.value.key);
    return taken.ok ? ok(taken.value.meetingId) : taken;
  };

  return {
    view: () => {
      const names = bodyNames();
      const data = keyring.data();
      const person = own.person();
      return {
        state: keyring.state(),
        protection: data.protection?.kind ?? null,
        systemProtects: keyring.systemProtects(),
        person:
          person === null
            ? null
            : {
                person: person.person,
                name: person.name,
                roles: person.roles,
                bodyNames: person.bodies.flatMap((id) => names.get(id) ?? []),
                words: wordsOfKey(person.signingKey),
                created: person.created,
              },
        candidates: candidatesIn(manifests()),
        receipts: Object.entries(data.receipts).map(([bodyId, agreed]) => ({
          bodyId,
          bodyName: names.get(bodyId) ?? '',
          agreed,
        })),
      };
    },
    make: ({ person, ...rest }, passphrase) => own.make({ person: person ?? newId(), ...rest }, passphrase),
    takeLetters: async (files) => {
      const outcomes: LetterOutcome[] = [];
      for (const each of files) {
        const file = path.basename(each);
        const taken = await takeLetter(each);
        if (taken.ok) {
          const title = library.shownPack(taken.value)?.manifest.meeting.title ?? '';
          outcomes.push({ file, kind: 'taken', meetingId: taken.value, title });
        } else outcomes.push({ file, kind: 'refused', error: { ...taken.error, file } });
      }
      return outcomes;
    },
    receiptState,
    agreeToReceipts: async (meetingId, agreed) => {
      const shown = library.shownPack(meetingId);
      if (shown === null) return failure('meetingUnknown');
      const bodyId = shown.manifest.meeting.body.id;
      const saved = await keyring.changeOpen((data) => ({
        ...data,
        receipts: { ...data.receipts, [bodyId]: agreed },
      }));
      return saved.ok ? receiptState(meetingId) : saved;
    },
    receipt: (meetingId, what) => {
      const shown = library.shownPack(meetingId);
      const person = own.person();
      if (shown === null) return failure('meetingUnknown');
      if (person === null) return failure('identityMissing');
      const subject = {
        pack: shown.packId,
        revision: shown.manifest.pack.revision,
        manifest: shown.manifestSha256,
        person: person.person,
      };
      return own.receipt(
        what === 'opened' ? { ...subject, opened: instant() } : { ...subject, disposed: instant() },
      );
    },
  };
}

/** Everybody in the rosters of the library, once for each body. */
function candidatesIn(manifests: readonly Manifest[]): IdentityView['candidates'] {
  const found = new Map<string, IdentityView['candidates'][number]>();
  for (const { meeting } of manifests) {
    for (const { id, name, party, role } of meeting.body.roster?.members ?? []) {
      const candidate = {
        person: id,
        name,
        party,
        role,
        bodyId: meeting.body.id,
        bodyName: meeting.body.name,
      };
      found.set(`${meeting.body.id}:${id}`, candidate);
    }
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
}

async function smallFile(disk: Disk, file: string): Promise<Result<Uint8Array>> {
  try {
    const size = await disk.size(file);
    if (size === null) return failure('exchangeUnreadable', { detail: { rule: 'gone', path: '' } });
    if (size > largestEnvelopeBytes)
      return failure('exchangeUnreadable', { detail: { rule: 'too-large', path: '' } });
    return ok((await disk.read(file)) ?? new Uint8Array());
  } catch (error) {
    return diskFailure(error, file);
  }
}
