import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ok, type Result } from '../../core/errors.ts';
import { createImportJobs } from '../agendaImport/createImportJobs.ts';
import { wholeBackup } from '../backup/wholeBackup.ts';
import { workerSealing } from '../backup/workerSealing.ts';
import { localInstant } from '../cli/localInstant.ts';
import { openIssuedSealed } from '../drafts/openIssuedSealed.ts';
import { createFindClient } from '../find/findClient.ts';
import { draftKeysOf } from '../identity/draftKeys.ts';
import { backupHandlers } from '../ipc/backup.ts';
import { withExchangedFiles } from '../ipc/exchangedFiles.ts';
import { findHandlers } from '../ipc/find.ts';
import { announceLibrary, libraryHandlers } from '../ipc/library.ts';
import { meetingHandlers } from '../ipc/meeting.ts';
import { openIncoming } from '../incoming/openIncoming.ts';
import { notesHandlers } from '../ipc/notes.ts';
import { printHandlers } from '../ipc/print.ts';
import { openPreparation } from '../preparation/openPreparation.ts';
import { openPreparationStore } from '../preparation/preparationStore.ts';
import { onlySealedNotes, withoutSealedNotes } from '../notes/openNotes.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
import { memberOfRecipient } from '../people/peopleStore.ts';
import { openRevisions } from '../revisions/openRevisions.ts';
import { openPrints } from '../print/prints.ts';
import { builtProcess, forked } from './builtProcess.ts';
import { joinKeys } from './joinKeys.ts';
import { openDrafting } from './openDrafting.ts';
import { openIssued } from './openIssued.ts';
import { openPreflight } from './openPreflight.ts';
import type { OpenedProfile } from './openProfileFirst.ts';
import { refusedServices, type Services, type Surroundings } from './services.ts';
import { drawnPage } from '../windows/drawnPage.ts';

/** Never fails: what cannot be opened closes the profile, and becomes services that say why. */
export async function openServices(opened: OpenedProfile, surroundings: Surroundings): Promise<Services> {
  const services = await servicesOf(opened, surroundings);
  if (services.ok) return services.value;
  await opened.close();
  return refusedServices(services.error);
}

async function servicesOf(opened: OpenedProfile, surroundings: Surroundings): Promise<Result<Services>> {
  const { dialogs, emit, report } = surroundings;
  const { profile, packs, notes, library } = opened;
  const sealing = workerSealing(builtProcess('backupWorker.js'));
  const instant = (): string => localInstant(new Date());
  const keys = await opened.keys();
  if (!keys.ok) return keys;
  const preparation = await openPreparationStore(profile.layout.folder);
  if (!preparation.ok) return preparation;
  const { sealedNotes } = keys.value;
  const openNotes = withoutSealedNotes(notes, sealedNotes);
  const told = await library.tellSetAside([...keys.value.setAside, ...preparation.value.report.setAside]);
  if (!told.ok) return told;
  const drafting = await openDrafting({
    folder: profile.layout.folder,
    library,
    vault: keys.value.vault,
    keys: draftKeysOf(keys.value.keyring),
    openSealed: openIssuedSealed({
      sealings: keys.value.sealings,
      library,
      memberOf: (recipient) => memberOfRecipient(keys.value.people.read(), recipient),
    }),
    checks: openPreflight(forked('preflightProcess.js', 'Beredd pre-flight'), keys.value.people, report),
    now: Date.now,
    newId: randomUUID,
    report,
    dialogs,
    emit,
    openImports: (drafts) =>
      createImportJobs({
        drafts,
        connect: forked('importProcess.js', 'Beredd import'),
        wasmFile: pdfiumFile(),
        temporaryFolder: path.join(profile.layout.folder, 'temp'),
        office: null,
        render: drawnPage,
        onProgress: (progress) => emit('drafts.progress', progress),
        report,
      }),
  });
  if (!drafting.ok) return drafting;
  const find = createFindClient({
    connect: forked('findProcess.js', 'Beredd find'),
    begin: {
      wasmFile: pdfiumFile(),
      folder: path.join(profile.layout.folder, 'text'),
      documentsFolder: profile.layout.documents,
      version: surroundings.version,
    },
    onFound: (found) => emit('find.found', found),
    report,
  });
  const prints = await openPrints({
    folder: path.join(profile.layout.folder, 'temp'),
    connect: forked('printProcess.js', 'Beredd print'),
    wasmFile: pdfiumFile(),
    producer: `Beredd ${surroundings.version}`,
    documentFile: library.documentFile,
    onProgress: (progress) => emit('print.progress', progress),
    report,
    now: Date.now,
  });
  const joined = joinKeys({
    keys: keys.value,
    temporaryFolder: path.join(profile.layout.folder, 'temp'),
    library,
    notes,
    registered: async () => drafting.value.drafts.bodies().map(({ body }) => body),
    dialogs,
    emit: (name, payload) => {
      emit(name, payload);
      // Pre-flight tells who lacks a card.
      if (name === 'people.changed') drafting.value.drafts.checkAgain();
    },
    csvWords: () => surroundings.csvWords(),
    protectContent: surroundings.protectContent,
    newId: randomUUID,
    now: Date.now,
    instant,
    report,
  });
  const revisions = openRevisions({
    connect: forked('revisionProcess.js', 'Beredd revisions'),
    begin: {
      wasmFile: pdfiumFile(),
      folder: path.join(profile.layout.folder, 'text'),
      version: surroundings.version,
    },
    library,
    notes: openNotes,
    notesFolder: profile.layout.notes,
    sealed: joined.reading,
    sealedNotes: onlySealedNotes(notes, sealedNotes),
    newId: randomUUID,
    emit,
    report,
  });
  const { officeKeys, municipality, people, sealings } = keys.value;
  const issued = await openIssued({
    delivered: joined.delivered,
    profileFolder: profile.layout.folder,
    drafts: drafting.value.drafts,
    officeKeys,
    municipality,
    people,
    sealingMemory: sealings,
    packs,
    library,
    dialogs,
    emit,
    report,
    now: Date.now,
    language: () => library.settings().language ?? 'sv',
  });
  if (!issued.ok) return issued;
  const backup = wholeBackup({
    notes,
    library,
    keys: keys.value,
    drafts: drafting.value.drafts,
    preparation: preparation.value,
    register: issued.value.register,
    sealing,
    device: profile.identity.device,
  });
  const stopForgetting = joined.reading.onForgotten(() => void find.forgetSealed().catch(report));
  const stopAnnouncing = announceLibrary(library, emit);
  const stopUnlocking = keys.value.keyring.onChanged(
    () => void drafting.value.drafts.keysChanged().catch(report),
  );
  return ok({
    settings: library.settings,
    updateSettings: library.updateSettings,
    handlers: {
      library: withExchangedFiles(
        libraryHandlers({ library, successions: joined.successions, dialogs, emit, newId: randomUUID }),
        joined.takeExchanged,
        dialogs,
      ),
      meeting: meetingHandlers({ library, emit, now: Date.now, sealed: joined.reading }),
      notes: notesHandlers({ notes, emit }),
      find: findHandlers({ library, find, sealed: joined.reading }),
      ...revisions.handlers,
      print: printHandlers({
        prints,
        library,
        notes: revisions.standingNotes,
        dialogs,
        language: () => library.settings().language ?? 'sv',
      }),
      drafts: drafting.value.handlers,
      issuing: issued.value.handlers,
      ...joined.handlers,
      incoming: openIncoming({
        library,
        notes: openNotes,
        client: revisions.client,
        newId: randomUUID,
        dialogs,
        connectCopies: forked('copyProcess.js', 'Beredd copies'),
      }),
      preparation: openPreparation({
        library,
        notes: openNotes,
        standingNotes: revisions.standingNotes,
        find,
        store: preparation.value,
        unlocked: joined.reading.view,
        connectCopies: forked('copyProcess.js', 'Beredd copies'),
        dialogs,
        emit,
        report,
        language: () => library.settings().language ?? 'sv',
        now: Date.now,
      }),
      backup: backupHandlers({ backup, dialogs }),
    },
    library,
    refusal: null,
    findDocument: async (sha256) =>
      prints.findDocument(sha256) ?? joined.reading.findDocument(sha256) ?? library.documentFile(sha256),
    findDraftFile: drafting.value.drafts.findFile,
    close: async () => {
      stopForgetting();
      stopAnnouncing();
      stopUnlocking();
      await issued.value.close();
      await find.stop();
      await revisions.close();
      await prints.close();
      await drafting.value.close();
      await joined.close();
      await preparation.value.flush();
      await opened.close();
    },
  });
}
