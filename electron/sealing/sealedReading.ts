import { readFile } from 'node:fs/promises';
import type { AnnotationTarget } from '../../core/annotation/annotation.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { KeyLetter } from '../../core/exchange/keyLetter.ts';
import type { DocumentPosition, MeetingView, ReadState } from '../../core/library/views.ts';
import { decodeBase64 } from '../../core/pack/base64.ts';
import type { AgendaItem, Manifest, Uuid } from '../../core/pack/manifest.ts';
import { sealedDocuments } from '../../core/sealing/sealedItem.ts';
import type { SealedItem } from '../../core/sealing/sealedItem.ts';
import type { SealedReadingState } from '../../core/sealing/unlockedView.ts';
import { unlockedView } from '../../core/sealing/unlockedView.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { systemCodeOf } from '../storage/diskFailure.ts';
import type { DurableStore } from '../storage/store.ts';
import type { Letters } from './letterStore.ts';
import { openItemKey, openSealedItem } from './openSealedItem.ts';
import type { OpenedSealedItem } from './openSealedItem.ts';
import type { RangedContent } from './sealedDocuments.ts';
import { createSealedDocuments } from './sealedDocuments.ts';

/** Sealed items of the library as the person's keys open them. Everything it knows of them is in memory. */
export interface SealedReading {
  /** Opens what fits of a meeting's shown revision. */
  readonly prepare: (meetingId: Uuid) => Promise<void>;
  /** The same view with unlocked items filled in. */
  readonly view: (view: MeetingView) => MeetingView;
  readonly findDocument: (sha256: string) => RangedContent | null;
  /** Whether a note on this target must be encrypted. */
  readonly isSealed: (target: Pick<AnnotationTarget, 'meeting' | 'source'>) => boolean;
  readonly ownsDocument: (documentId: Uuid) => boolean;
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
}

export interface SealedReadingOptions {
  readonly library: Pick<LibraryService, 'shownPack' | 'documentFile' | 'view'>;
  readonly letters: DurableStore<Letters>;
  /** The person's secret identities; none when locked. */
  readonly identities: () => readonly string[];
  readonly now: () => number;
}

const unread: SealedReadingState = { readState: 'unread', position: null };

export function createSealedReading({
  library,
  letters,
  identities,
  now,
}: SealedReadingOptions): SealedReading {
  /** By the meeting, then by the item. */
  const opened = new Map<Uuid, Map<Uuid, OpenedSealedItem>>();
  /** Meetings that were asked for, to be opened again when the keys change. */
  const asked = new Set<Uuid>();
  /** What each meeting was opened from, so that it is not opened again for nothing. */
  const openedFrom = new Map<Uuid, string>();
  const states = new Map<Uuid, SealedReadingState>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const documents = createSealedDocuments();
  /** Counts up when keys change, so that what was begun with the old ones is not kept. */
  let keysInUse = 0;

  const stored = async (manifest: Manifest, path: string): Promise<string | null> => {
    const file = manifest.files.find((each) => each.path === path);
    return file === undefined ? null : ((await library.documentFile(file.sha256))?.path ?? null);
  };

  const openItem = async (manifest: Manifest, item: AgendaItem): Promise<OpenedSealedItem | null> => {
    if (item.sealed === null) return null;
    const { slug } = item.sealed;
    const key = await bytesOf(await stored(manifest, `sealed/${slug}/key.age`));
    const content = await bytesOf(await stored(manifest, `sealed/${slug}/item.age`));
    if (content === null) return null;
    const own = letters
      .read()
      .letters.filter((each) => each.pack === manifest.pack.id && each.item === item.id)
      .flatMap((each) => decodeBase64(each.key) ?? []);
    const keys = [...(key === null ? [] : [key]), ...own];
    const result = await openSealedItem({
      itemId: item.id,
      slug,
      keys,
      item: content,
      identities: identities(),
    });
    return result.ok ? result.value : null;
  };

  const serve = async (manifest: Manifest, { item, itemKey }: OpenedSealedItem): Promise<void> => {
    for (const { sealedFile } of sealedDocuments(item)) {
      const cipherFile = await stored(manifest, sealedFile.path);
      if (cipherFile !== null) documents.add([{ ...sealedFile, cipherFile, itemKey }]);
    }
  };

  const prepare = async (meetingId: Uuid): Promise<void> => {
    asked.add(meetingId);
    const shown = library.shownPack(meetingId);
    const began = keysInUse;
    if (shown === null || identities().length === 0) return;
    const from = `${shown.manifestSha256} ${letters.read().letters.length}`;
    if (openedFrom.get(meetingId) === from) return;
    const found = new Map<Uuid, OpenedSealedItem>();
    for (const item of sealedItemsOf(shown.manifest.agenda)) {
      const one = await openItem(shown.manifest, item);
      if (began !== keysInUse) return;
      if (one !== null) found.set(item.id, one);
    }
    for (const one of found.values()) await serve(shown.manifest, one);
    if (began !== keysInUse) return documents.clear();
    opened.set(meetingId, found);
    openedFrom.set(meetingId, from);
  };

  const clear = (): void => {
    keysInUse += 1;
    opened.clear();
    openedFrom.clear();
    states.clear();
    documents.clear();
  };

  const ownsDocument = (documentId: Uuid): boolean =>
    [...opened.values()].some((items) =>
      [...items.values()].some(({ item }) => sealedDocuments(item).some(({ id }) => id === documentId)),
    );

  const stateOf = (documentId: Uuid): SealedReadingState => states.get(documentId) ?? unread;

  return {
    prepare,
    view: (view) => {
      const items = opened.get(view.meeting.meetingId);
      if (items === undefined || items.size === 0) return view;
      return unlockedView(view, { itemOf: ({ id }) => items.get(id)?.item ?? null, stateOf });
    },
    findDocument: documents.find,
    isSealed: ({ meeting, source }) => {
      const manifest = library.shownPack(meeting)?.manifest;
      const sealed = sealedItemsOf(manifest?.agenda ?? []);
      const items = opened.get(meeting);
      const isOf = (itemId: Uuid): boolean =>
        sealed.some(({ id }) => id === itemId) ||
        [...(items?.values() ?? [])].some(({ item }) => childIds(item).includes(itemId));
      if (source.type === 'item') return isOf(source.item);
      if (source.type !== 'document') return false;
      return ownsDocument(source.document) || (source.item !== null && isOf(source.item));
    },
    ownsDocument,
    setPosition: (documentId, position) => void states.set(documentId, { ...stateOf(documentId), position }),
    setReadState: (documentId, readState) =>
      void states.set(documentId, { ...stateOf(documentId), readState }),
    takeLetter: async (letter, signedBy) => {
      const meeting = library.view().meetings.find(({ packId }) => packId === letter.pack);
      const shown = meeting === undefined ? null : library.shownPack(meeting.meetingId);
      const items = sealedItemsOf(shown?.manifest.agenda ?? []);
      if (meeting === undefined || shown === null || !items.some(({ id }) => id === letter.item)) {
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
  };
}

/** Sealed items wherever they stand. */
const sealedItemsOf = (agenda: readonly AgendaItem[]): readonly AgendaItem[] =>
  agenda.flatMap((item) => [...(item.sealed === null ? [] : [item]), ...sealedItemsOf(item.children)]);

const childIds = (item: SealedItem): readonly Uuid[] =>
  item.children.flatMap((child) => [child.id, ...childIds(child)]);

async function bytesOf(file: string | null): Promise<Uint8Array | null> {
  if (file === null) return null;
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCodeOf(error) !== null) return null;
    throw error;
  }
}
