import path from 'node:path';
import type { Draft } from '../../core/draft/draft.ts';
import type { Sha256, Uuid } from '../../core/pack/manifest.ts';
import { checkDraft } from '../../core/preflight/checkDraft.ts';
import type { FileFacts } from '../../core/preflight/fileFacts.ts';
import type { DraftChecks } from '../drafts/draftChecks.ts';
import type { DraftContents } from '../drafts/draftContents.ts';
import { brokenFile } from './checkPdf.ts';
import { factsStore, type FactsStore } from './factsStore.ts';
import { localDay } from './localDay.ts';
import type { PreflightReader } from './preflightReader.ts';

export interface DraftPreflightParts {
  readonly reader: PreflightReader;
  readonly now: () => number;
  /** Whether a person has sent a card; null when nobody knows. */
  readonly hasCard: (person: Uuid) => boolean | null;
  readonly report: (error: unknown) => void;
}

/** What is known of the files of one draft. */
interface Known {
  readonly facts: Map<Sha256, FileFacts>;
  readonly asked: Set<Sha256>;
  readonly reading: Set<Promise<void>>;
  readonly store: FactsStore;
  /** Contents that are sealed: nothing of them is written down. */
  readonly sealed: Set<Sha256>;
}

/** Pre-flight of drafts that are worked on: every file is read once, and what is found told when it is. */
export function createDraftPreflight({ reader, now, hasCard, report }: DraftPreflightParts): DraftChecks {
  const drafts = new Map<Uuid, Known>();
  const news = gathered();

  const knownOf = (draft: Draft, contents: DraftContents): Known => {
    const known = drafts.get(draft.id);
    if (known !== undefined) return known;
    const store = factsStore(path.join(path.dirname(contents.folder), 'facts'));
    const begun: Known = { facts: new Map(), asked: new Set(), reading: new Set(), store, sealed: new Set() };
    drafts.set(draft.id, begun);
    // The first time anyone asks, nothing can be undone: what is not in the draft is left over.
    store.keepOnly(new Set(draft.files.map(({ sha256 }) => sha256))).catch(report);
    return begun;
  };

  const learn = async (
    draftId: Uuid,
    known: Known,
    contents: DraftContents,
    sha256: Sha256,
  ): Promise<void> => {
    const file = contents.plainFile(sha256);
    const cipher = file === null ? contents.cipherFile(sha256) : null;
    const place = file === null ? cipher : { path: file, key: null };
    if (place === null) {
      // Not here, or locked: it is asked for again when that changes.
      known.asked.delete(sha256);
      return;
    }
    if (file === null) known.sealed.add(sha256);
    const kept = file === null ? null : await known.store.read(sha256);
    const latestYear = new Date(now()).getFullYear();
    const facts = kept ?? (await reader.check({ ...place, latestYear }));
    if (facts === null || drafts.get(draftId) !== known) return void known.asked.delete(sha256);
    known.facts.set(sha256, facts);
    // Whatever broke the process is tried again at the next start.
    const isLasting = kept === null && facts !== brokenFile;
    if (isLasting && !known.sealed.has(sha256)) await known.store.write(sha256, facts);
    // It may have been sealed while it was written down.
    if (known.sealed.has(sha256)) await known.store.remove(sha256);
    news.add(draftId);
  };

  return {
    findings: (draft, contents, locked) => {
      const known = knownOf(draft, contents);
      for (const { sha256, mediaType } of draft.files) {
        if (mediaType !== 'application/pdf' || known.asked.has(sha256)) continue;
        known.asked.add(sha256);
        const reading = learn(draft.id, known, contents, sha256).catch(report);
        known.reading.add(reading);
        void reading.then(() => known.reading.delete(reading));
      }
      return checkDraft(draft, {
        now: now(),
        today: localDay(new Date(now())),
        factsOf: (sha256) => known.facts.get(sha256) ?? null,
        isHere: contents.has,
        hasCard,
        locked,
      });
    },
    settled: async (draftId) => {
      const known = drafts.get(draftId);
      while (known !== undefined && known.reading.size > 0) await Promise.all(known.reading);
    },
    onNews: news.listen,
    forget: async (draftId, contents) => {
      const known = drafts.get(draftId);
      for (const sha256 of contents) {
        known?.sealed.add(sha256);
        await known?.store.remove(sha256);
      }
    },
    leave: (draftId) => void drafts.delete(draftId),
    stop: async () => {
      news.stop();
      await reader.stop();
    },
  };
}

const gatherMs = 250;

/** Tells of a draft once for all that is found in a short while: the whole draft goes to the window each time. */
function gathered() {
  const waiting = new Set<Uuid>();
  let tell: (draftId: Uuid) => void = () => undefined;
  let timer: NodeJS.Timeout | null = null;
  return {
    add: (draftId: Uuid): void => {
      waiting.add(draftId);
      timer ??= setTimeout(() => {
        timer = null;
        const ids = [...waiting];
        waiting.clear();
        for (const id of ids) tell(id);
      }, gatherMs);
    },
    listen: (listener: (draftId: Uuid) => void): void => {
      tell = listener;
    },
    stop: (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
