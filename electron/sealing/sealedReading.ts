import type { AnnotationTarget } from '../../core/annotation/annotation.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { KeyLetter } from '../../core/exchange/keyLetter.ts';
import type { Change, DocumentPosition, MeetingView, ReadState } from '../../core/library/views.ts';
import { decodeBase64 } from '../../core/pack/base64.ts';
import type { Manifest, Sha256, Uuid } from '../../core/pack/manifest.ts';
import { manifestDifference } from '../../core/pack/manifestDifference.ts';
import { documentHolders } from '../../core/pack/manifestWalk.ts';
import type { OpenedContents } from '../../core/sealing/openedManifest.ts';
import { openedRevisions } from '../../core/sealing/openedManifest.ts';
import type { SealedReadingState } from '../../core/sealing/unlockedView.ts';
import { unlockedView } from '../../core/sealing/unlockedView.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { DurableStore } from '../storage/store.ts';
import type { Letters } from './letterStore.ts';
import type { OpenedHolders } from './openHolders.ts';
import { contentsOf, idsInside, openHolders, unlockedDocuments } from './openHolders.ts';
import { openItemKey } from './openSealedItem.ts';
import type { CipherFile, RangedContent } from './sealedDocuments.ts';
import { createSealedDocuments } from './sealedDocuments.ts';

/** Sealed items and briefings of the library as the person's keys open them. Everything it knows of them is in memory. */
export interface SealedReading {
  /** Opens what fits of a meeting's revisions. */
  readonly prepare: (meetingId: Uuid) => Promise<void>;
  /** The same view with unlocked items and briefings filled in. */
  readonly view: (view: MeetingView) => MeetingView;
  /** What is open of one revision, once the meeting was prepared. */
  readonly contents: (meetingId: Uuid, manifestSha256: Sha256) => OpenedContents;
  readonly findDocument: (sha256: string) => RangedContent | null;
  /** Where the ciphertext of an unlocked document is, and its secret key, for a process that reads it in its memory. */
  readonly cipherFile: (sha256: string) => CipherFile | null;
  /** Whether a note on this target must be encrypted. */
  readonly isSealed: (target: Pick<AnnotationTarget, 'meeting' | 'source'>) => boolean;
  readonly ownsDocument: (documentId: Uuid) => boolean;
  readonly readState: (documentId: Uuid) => ReadState;
  readonly setPosition: (documentId: Uuid, position: DocumentPosition) => void;
  readonly setReadState: (documentId: Uuid, readState: ReadState) => void;
  /** Keeps a letter that opens an item of a pack here. Fails with letterUnknownItem, letterUnknownIssuer, letterOtherPerson. */
  readonly takeLetter: (letter: KeyLetter, signedBy: string) => Promise<Result<{ readonly meetingId: Uuid }>>;
  /** Forgets a pack's letters and what it opened. */
  readonly forget: (meetingId: Uuid) => Promise<Result<void>>;
  /** The keys changed: forgets everything, and opens again what fits now. */
  readonly refresh: () => Promise<void>;
  readonly clear: () => void;
  /** Called when more or less of the meetings asked for is open than before. */
  readonly onChanged: (listener: () => void) => () => void;
  /** Called when what was opened must be forgotten wherever it went. */
  readonly onForgotten: (listener: () => void) => () => void;
}

export interface SealedReadingOptions {
  readonly library: Pick<LibraryService, 'shownPack' | 'documentFile' | 'view' | 'revisions'>;
  readonly letters: DurableStore<Letters>;
  /** The person's secret identities; none when locked. */
  readonly identities: () => readonly string[];
  readonly now: () => number;
}

interface OpenedMeeting {
  /** What it was opened from, so that it is not opened again for nothing. */
  readonly from: string;
  /** By the revision's manifest. */
  readonly revisions: ReadonlyMap<Sha256, OpenedHolders>;
  readonly shown: OpenedHolders;
  /** What is, or was in an earlier revision, inside a seal that was opened. */
  readonly inside: ReadonlySet<Uuid>;
  /** Of documents inside seals, since the revision last looked at. */
  readonly changes: ReadonlyMap<Uuid, Change>;
}

const nothing: OpenedContents = { items: new Map(), briefings: new Map() };

export function createSealedReading({
  library,
  letters,
  identities,
  now,
}: SealedReadingOptions): SealedReading {
  const opened = new Map<Uuid, OpenedMeeting>();
  /** Items and briefings that a revision before sealed, by meeting: notes on them stay encrypted. */
  const sealedBefore = new Map<Uuid, ReadonlySet<Uuid>>();
  /** Meetings that were asked for, to be opened again when the keys change. */
  const asked = new Set<Uuid>();
  const states = new Map<Uuid, Omit<SealedReadingState, 'change'>>();
  const listeners = new Set<() => void>();
  const forgetListeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const documents = createSealedDocuments();
  /** Counts up when keys change, so that what was begun with the old ones is not kept. */
  let keysInUse = 0;

  const storedFile = async (sha256: Sha256): Promise<string | null> =>
    (await library.documentFile(sha256))?.path ?? null;

  const prepare = async (meetingId: Uuid): Promise<void> => {
    asked.add(meetingId);
    const shown = library.shownPack(meetingId);
    if (shown === null) return;
    const found = await library.revisions(meetingId);
    const known = found.ok ? found.value.manifests : [];
    const revisions = known.some(({ sha256 }) => sha256 === shown.manifestSha256)
      ? known
      : [{ sha256: shown.manifestSha256, manifest: shown.manifest }, ...known];
    sealedBefore.set(meetingId, sealedIn(revisions.map(({ manifest }) => manifest)));
    const began = keysInUse;
    if (identities().length === 0) return;
    const seen = found.ok ? found.value.seen : null;
    const from = [shown.manifestSha256, seen, revisions.length, letters.read().letters.length].join(' ');
    if (opened.get(meetingId)?.from === from) return;
    const keys = { storedFile, letters: letters.read().letters, identities: identities() };
    const all = new Map<Sha256, OpenedHolders>();
    for (const { sha256, manifest } of revisions) {
      const holders = await openHolders(manifest, keys);
      const unlocked = await unlockedDocuments(manifest, holders, keys);
      if (began !== keysInUse) return;
      all.set(sha256, holders);
      documents.add(unlocked);
    }
    const now = all.get(shown.manifestSha256);
    if (now === undefined) return;
    const before =
      seen === shown.manifestSha256 ? undefined : revisions.find(({ sha256 }) => sha256 === seen);
    opened.set(meetingId, {
      from,
      revisions: all,
      shown: now,
      inside: new Set([...all.values()].flatMap(idsInside)),
      changes:
        before === undefined
          ? new Map()
          : changesInside(
              { manifest: before.manifest, opened: all.get(before.sha256) },
              { manifest: shown.manifest, opened: now },
            ),
    });
  };

  const clear = (): void => {
    keysInUse += 1;
    opened.clear();
    states.clear();
    documents.clear();
    for (const listener of forgetListeners) listener();
  };

  const ownsDocument = (documentId: Uuid): boolean =>
    [...opened.values()].some(({ inside }) => inside.has(documentId));

  const stateOf = (documentId: Uuid): Omit<SealedReadingState, 'change'> =>
    states.get(documentId) ?? { readState: 'unread', position: null };

  return {
    prepare,
    view: (view) => {
      const meeting = opened.get(view.meeting.meetingId);
      if (meeting === undefined) return view;
      const { shown, changes } = meeting;
      return unlockedView(view, {
        itemOf: ({ id }) => shown.items.get(id)?.content ?? null,
        briefingOf: ({ id }) => shown.briefings.get(id)?.content ?? null,
        stateOf: (id) => ({ ...stateOf(id), change: changes.get(id) ?? 'none' }),
        body: library.shownPack(view.meeting.meetingId)?.manifest.meeting.body ?? { roster: null },
      });
    },
    contents: (meetingId, manifestSha256) => {
      const holders = opened.get(meetingId)?.revisions.get(manifestSha256);
      return holders === undefined ? nothing : contentsOf(holders);
    },
    findDocument: documents.find,
    cipherFile: documents.cipherFile,
    isSealed: ({ meeting, source }) => {
      const manifest = library.shownPack(meeting)?.manifest;
      const inside = opened.get(meeting)?.inside;
      const before = sealedBefore.get(meeting) ?? sealedIn(manifest === undefined ? [] : [manifest]);
      return idsOfSource(source).some((id) => before.has(id) || inside?.has(id) === true);
    },
    ownsDocument,
    readState: (documentId) => stateOf(documentId).readState,
    setPosition: (documentId, position) => void states.set(documentId, { ...stateOf(documentId), position }),
    setReadState: (documentId, readState) =>
      void states.set(documentId, { ...stateOf(documentId), readState }),
    takeLetter: async (letter, signedBy) => {
      const meeting = library.view().meetings.find(({ packId }) => packId === letter.pack);
      const shown = meeting === undefined ? null : library.shownPack(meeting.meetingId);
      const isOfPack = (shown === null ? [] : documentHolders(shown.manifest)).some(
        ({ id, sealed }) => sealed !== null && id === letter.item,
      );
      if (meeting === undefined || shown === null || !isOfPack) {
        return failure('letterUnknownItem');
      }
      if (!shown.issuerKeys.includes(signedBy)) return failure('letterUnknownIssuer');
      if (identities().length === 0) return failure('identityLocked');
      const key = await openItemKey(decodeBase64(letter.key) ?? new Uint8Array(), identities());
      if (!key.ok) return failure('letterOtherPerson');
      const { pack, item } = letter;
      const saved = await letters.update((data) => ({
        letters: [
          ...data.letters.filter(
            (each) => each.pack !== pack || each.item !== item || each.key !== letter.key,
          ),
          { pack, item, key: letter.key, takenIn: now() },
        ],
      }));
      if (!saved.ok) return saved;
      await prepare(meeting.meetingId);
      tell();
      return ok({ meetingId: meeting.meetingId });
    },
    forget: async (meetingId) => {
      const shown = library.shownPack(meetingId);
      clear();
      const saved = await letters.update((data) => ({
        letters: data.letters.filter(({ pack }) => pack !== shown?.packId),
      }));
      tell();
      return saved.ok ? ok(undefined) : saved;
    },
    refresh: async () => {
      clear();
      for (const meetingId of asked) await prepare(meetingId);
      tell();
    },
    clear,
    onChanged: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onForgotten: (listener) => {
      forgetListeners.add(listener);
      return () => void forgetListeners.delete(listener);
    },
  };
}

/** Items and briefings that any revision seals, but for those that stand openly in the newest. */
function sealedIn(newestFirst: readonly Manifest[]): ReadonlySet<Uuid> {
  const [newest] = newestFirst;
  const open = new Set(
    (newest === undefined ? [] : documentHolders(newest)).flatMap(({ id, sealed }) =>
      sealed === null ? [id] : [],
    ),
  );
  const sealed = newestFirst.flatMap(documentHolders).filter((holder) => holder.sealed !== null);
  return new Set(sealed.map(({ id }) => id).filter((id) => !open.has(id)));
}

/** Everything a note's target names. */
function idsOfSource(source: AnnotationTarget['source']): readonly Uuid[] {
  switch (source.type) {
    case 'meeting':
      return [];
    case 'item':
      return [source.item];
    case 'document':
      return [source.document, ...(source.item === null ? [] : [source.item])];
    case 'briefing':
      return [source.briefing];
    case 'point':
      return [source.briefing, source.point];
    case 'keyFigure':
      return [source.briefing, source.keyFigure];
    case 'commitment':
      return [source.briefing, source.commitment];
  }
}

interface OpenedRevision {
  readonly manifest: Manifest;
  readonly opened: OpenedHolders | undefined;
}

function changesInside(before: OpenedRevision, after: OpenedRevision): ReadonlyMap<Uuid, Change> {
  const [old, renewed] = [before, after].map(({ manifest, opened }) => ({
    manifest,
    opened: opened === undefined ? nothing : contentsOf(opened),
  }));
  if (old === undefined || renewed === undefined) return new Map();
  const filled = openedRevisions(old, renewed);
  const { documents } = manifestDifference(filled.before, filled.after);
  return new Map(
    [...documents].flatMap(([id, { change }]) =>
      filled.sealedDocumentIds.has(id) ? [[id, change] as const] : [],
    ),
  );
}
