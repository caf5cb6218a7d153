import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { templateOf } from '../../core/draft/beginDraft.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { draftDifference } from '../../core/draft/draftDifference.ts';
import { draftSummary } from '../../core/draft/draftSummary.ts';
import type { DraftSummary, DraftView } from '../../core/draft/draftViews.ts';
import { bodySettingsFor, withMovedDeadline } from '../../core/draft/summonsDeadline.ts';
import type { Uuid } from '../../core/pack/manifest.ts';
import type { DraftVault } from '../identity/draftVault.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { openBodyRegister } from './bodyRegister.ts';
import type { DraftBeginning, OpenSealedItems } from './beginDrafts.ts';
import { beginDraft } from './beginDrafts.ts';
import type { DraftChecks } from './draftChecks.ts';
import { createDraftSession, type DraftSession } from './draftSession.ts';
import { openDraftStore } from './draftStore.ts';
import { listening } from './listening.ts';
import type { DraftKeys } from './draftsBackup.ts';
import { draftsBackupPart } from './draftsBackup.ts';
import type { DraftsService } from './draftsService.ts';
import { foundDrafts, removeEmptyFolders } from './foundDrafts.ts';

export interface DraftsOptions {
  /** Of the profile. */
  readonly folder: string;
  readonly library: Pick<LibraryService, 'revisions' | 'documentFile'>;
  readonly vault: DraftVault;
  readonly checks: DraftChecks;
  readonly now: () => number;
  readonly newId: () => Uuid;
  /** A bug in background work. */
  readonly report: (error: unknown) => void;
  /** Opens sealed items of an issued revision for the secretary; without it they stay locked out of the draft. */
  readonly openSealed?: OpenSealedItems;
  /** For the backup; without it what is sealed opens only on the computer it was made on. */
  readonly keys?: DraftKeys;
}

const draftIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens the drafts of a profile. Fails as `openStore` does for `bodies.json`. */
export async function openDrafts(options: DraftsOptions): Promise<Result<DraftsService>> {
  const { checks, vault, now, newId } = options;
  const register = await openBodyRegister(path.join(options.folder, 'bodies.json'), now);
  if (!register.ok) return register;
  const bodies = register.value;
  const folder = path.join(options.folder, 'drafts');
  try {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    await removeEmptyFolders(folder);
  } catch (error) {
    return diskFailure(error, folder);
  }

  const found = foundDrafts(folder);
  const folderOf = (draftId: Uuid): string => path.join(folder, draftId);
  const sessions = new Map<Uuid, Promise<Result<DraftSession>>>();
  const opened = new Map<Uuid, DraftSession>();
  const changeListeners = new Set<(view: DraftView) => void>();
  const listListeners = new Set<(list: readonly DraftSummary[]) => void>();

  const list = (): Promise<readonly DraftSummary[]> =>
    found.list((draftId) => {
      const session = opened.get(draftId);
      return session === undefined ? null : draftSummary(session.draft());
    });

  const tellList = (): void => {
    if (listListeners.size === 0) return;
    const told = list().then((drafts) => {
      for (const listener of listListeners) listener(drafts);
    });
    told.catch(options.report);
  };

  const tellView = (view: DraftView): void => {
    for (const listener of changeListeners) listener(view);
  };

  const tell = (view: DraftView): void => {
    tellView(view);
    tellList();
  };

  const openSession = async (draftId: Uuid, initial?: Draft): Promise<Result<DraftSession>> => {
    const store = await openDraftStore(folderOf(draftId), vault, {
      ...(initial && { initial }),
      now,
      onSealed: (contents) => checks.forget(draftId, contents),
    });
    if (!store.ok) return store;
    const session = createDraftSession({
      store: store.value,
      now,
      findings: (draft, locked) => checks.findings(draft, store.value.contents, locked),
      completed: (draft, edit) =>
        withMovedDeadline(draft, edit, bodies.find(draft.meeting.body.id)?.settings ?? null),
      onChanged: tell,
    });
    opened.set(draftId, session);
    return ok(session);
  };

  /** Opened once; what failed may be tried again. */
  const sessionOf = async (draftId: Uuid): Promise<Result<DraftSession>> => {
    if (!draftIdPattern.test(draftId)) return failure('draftUnknown');
    const known = sessions.get(draftId);
    if (known !== undefined) return known;
    const opening = openExisting(draftId);
    sessions.set(draftId, opening);
    const session = await opening;
    if (!session.ok) sessions.delete(draftId);
    return session;
  };

  const openExisting = async (draftId: Uuid): Promise<Result<DraftSession>> => {
    const isThere = await fs.stat(folderOf(draftId)).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isThere) return failure('draftUnknown');
    try {
      return await openSession(draftId);
    } catch (error) {
      return diskFailure(error, folderOf(draftId));
    }
  };

  const withSession = async <T>(
    draftId: Uuid,
    use: (session: DraftSession) => Promise<Result<T>> | Result<T>,
  ): Promise<Result<T>> => {
    const session = await sessionOf(draftId);
    return session.ok ? use(session.value) : session;
  };

  const begin = async ({ draft, fill }: DraftBeginning): Promise<Result<DraftView>> => {
    const opening = openSession(draft.id, draft);
    sessions.set(draft.id, opening);
    const session = await opening;
    const filled = session.ok ? await fill(session.value.store.contents) : session;
    const saved = session.ok && filled.ok ? await session.value.store.save(draft) : filled;
    if (session.ok && saved.ok) {
      tellList();
      return ok(session.value.view());
    }
    await forgetDraft(draft.id);
    return saved.ok ? failure('unexpected') : saved;
  };

  const closeSession = async (draftId: Uuid): Promise<void> => {
    await opened.get(draftId)?.flush();
    sessions.delete(draftId);
    opened.delete(draftId);
    checks.leave(draftId);
  };

  const forgetDraft = async (draftId: Uuid): Promise<void> => {
    await closeSession(draftId);
    await fs.rm(folderOf(draftId), { recursive: true, force: true });
  };

  checks.onNews((draftId) => {
    const session = opened.get(draftId);
    if (session !== undefined) tellView(session.view());
  });

  return ok({
    list,
    create: async (start) => {
      const begun = await beginDraft(start, { ...options, bodies });
      if (!begun.ok) return begun;
      const { draft } = begun.value;
      const underWay = await draftOnto(draft);
      return underWay === null ? begin(begun.value) : withSession(underWay, (session) => ok(session.view()));
    },
    open: (draftId) => withSession(draftId, (session) => ok(session.view())),
    checked: (draftId) =>
      withSession(draftId, async (session) => {
        // Asking is what makes files be read.
        session.view();
        await checks.settled(draftId);
        return ok(session.view());
      }),
    edit: (draftId, edit) => withSession(draftId, (session) => session.edit(edit)),
    undo: (draftId) => withSession(draftId, (session) => session.undo()),
    redo: (draftId) => withSession(draftId, (session) => session.redo()),
    remove: async (draftId) => {
      if (!draftIdPattern.test(draftId)) return failure('draftUnknown');
      try {
        await forgetDraft(draftId);
      } catch (error) {
        return diskFailure(error, folderOf(draftId));
      }
      tellList();
      return ok(undefined);
    },
    difference: (draftId) =>
      withSession(draftId, async (session) => {
        const draft = session.draft();
        const { base, meeting } = draft;
        if (base === null) return ok(null);
        const revisions = await options.library.revisions(meeting.id);
        const found = (revisions.ok ? revisions.value.manifests : []).find(
          ({ sha256 }) => sha256 === base.manifestSha256,
        );
        return found === undefined ? ok(null) : draftDifference(found.manifest, draft);
      }),
    bodies: bodies.all,
    saveBody: bodies.save,
    removeBody: bodies.remove,
    saveTemplate: (draftId, name) =>
      withSession(draftId, (session) => {
        const draft = session.draft();
        const { body } = draft.meeting;
        const settings = bodySettingsFor(body.name, draft.issuer);
        return bodies.saveTemplate(body, settings, templateOf(draft, name, newId));
      }),
    removeTemplate: bodies.removeTemplate,
    draft: (draftId) => withSession(draftId, (session) => ok(session.draft())),
    filesFolder: (draftId) => path.join(folderOf(draftId), 'files'),
    contents: (draftId) => withSession(draftId, (session) => ok(session.store.contents)),
    sealFile: (draftId, file, sourcePath) =>
      withSession(draftId, async (session) => {
        const taken = await session.store.contents.take(sourcePath, { sealed: true });
        if (!taken.ok) return taken;
        return taken.value.sha256 === file.sha256
          ? ok(undefined)
          : failure('documentDamaged', { file: file.name });
      }),
    markIssued: (draftId, base, slugs) => withSession(draftId, (session) => session.markIssued(base, slugs)),
    findFile: async (draftId, sha256) => {
      const session = await sessionOf(draftId);
      if (!session.ok) return null;
      const file = session.value.draft().files.find((each) => each.sha256 === sha256);
      const { contents } = session.value.store;
      // Files of a proposal that is being looked at are in no draft yet.
      const mediaType = file?.mediaType ?? (contents.plainFile(sha256) === null ? null : 'application/pdf');
      if (mediaType === null) return null;
      const path = contents.plainFile(sha256);
      if (path !== null) return { path, mediaType };
      const content = await contents.open(sha256);
      return content.ok ? { ...content.value, mediaType } : null;
    },
    keysChanged: async () => {
      for (const [draftId, session] of opened) {
        if (vault.state() === 'open') await session.unlock();
        // What was found out about sealed files is forgotten with them.
        else if (await session.lock()) checks.leave(draftId);
      }
    },
    checkAgain: () => {
      for (const session of opened.values()) tellView(session.view());
    },
    backupPart: draftsBackupPart({
      folder,
      ids: async () => {
        for (const session of opened.values()) await session.flush();
        return (await list()).filter(({ damaged }) => !damaged).map(({ draftId }) => draftId);
      },
      close: closeSession,
      changed: async (draftId) => {
        const session = await sessionOf(draftId);
        if (session.ok) tell(session.value.view());
      },
      bodies: bodies.all,
      addBodies: async (added) => {
        const saved = await bodies.add(added);
        return saved.ok ? ok(undefined) : saved;
      },
      ...(options.keys && { keys: options.keys }),
      documentFile: options.library.documentFile,
    }),
    onChanged: listening(changeListeners),
    onListChanged: listening(listListeners),
    setAside: bodies.setAside,
    close: async () => {
      await checks.stop();
      for (const session of opened.values()) await session.flush();
      await bodies.flush();
    },
  });

  /** The draft that goes on from the same revision already. */
  async function draftOnto({ packId, base }: Draft): Promise<Uuid | null> {
    if (base === null) return null;
    for (const { draftId, damaged } of await list()) {
      const session = damaged ? null : await sessionOf(draftId);
      const other = session?.ok ? session.value.draft() : null;
      if (other?.packId === packId && other.base?.manifestSha256 === base.manifestSha256) return draftId;
    }
    return null;
  }
}
