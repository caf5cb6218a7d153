import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { utilityProcess } from 'electron';
import { ok, type Result } from '../../core/errors.ts';
import { createImportJobs } from '../agendaImport/createImportJobs.ts';
import { wholeBackup } from '../backup/wholeBackup.ts';
import { workerSealing } from '../backup/workerSealing.ts';
import { localInstant } from '../cli/localInstant.ts';
import { openIssuedSealed } from '../drafts/openIssuedSealed.ts';
import { createFindClient } from '../find/findClient.ts';
import { forgetText } from '../find/textCache.ts';
import { draftKeysOf } from '../identity/draftKeys.ts';
import { systemKeyStore } from '../identity/systemKeyStore.ts';
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
import { createLibrary } from '../library/createLibrary.ts';
import { createNotes } from '../notes/notes.ts';
import { onlySealedNotes, withoutSealedNotes } from '../notes/openNotes.ts';
import { utilityProcessChannel } from '../packs/packChannel.ts';
import { createPackClient } from '../packs/packClient.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
import { memberOfRecipient } from '../people/peopleStore.ts';
import { openRevisions } from '../revisions/openRevisions.ts';
import { openPrints } from '../print/prints.ts';
import { joinKeys } from './joinKeys.ts';
import { openDrafting } from './openDrafting.ts';
import { openIssued } from './openIssued.ts';
import { openKeys } from './openKeys.ts';
import { openPreflight } from './openPreflight.ts';
import { openWindowPlace } from './openWindowPlace.ts';
import { refusedServices, type Services, type Surroundings } from './services.ts';
import { openProfile, type Profile } from '../storage/profile.ts';
import { drawnPage } from '../windows/drawnPage.ts';

/** Never fails: a profile that cannot be opened becomes services that say why. */
export async function openServices(surroundings: Surroundings): Promise<Services> {
  const profile = await openProfile(surroundings.folder);
  if (!profile.ok) return refusedServices(profile.error);
  const services = await servicesOf(profile.value, surroundings);
  if (services.ok) return services.value;
  await profile.value.close();
  return refusedServices(services.error);
}

/** What runs beside the main process, built into a folder of its own. */
const entry = (name: string): string => path.join(path.dirname(import.meta.dirname), 'processes', name);

/** Begins a process of ours each time it is called. */
const forked = (name: string, serviceName: string) => () =>
  utilityProcessChannel(utilityProcess.fork(entry(name), [], { serviceName }));

async function servicesOf(profile: Profile, surroundings: Surroundings): Promise<Result<Services>> {
  const { dialogs, emit, report } = surroundings;
  const packs = createPackClient(forked('packProcess.js', 'Beredd packs'));
  const sealing = workerSealing(entry('backupWorker.js'));
  const instant = (): string => localInstant(new Date());
  const keys = await openKeys({
    folder: profile.layout.folder,
    system: systemKeyStore,
    passphrases: sealing,
    now: Date.now,
    instant,
  });
  if (!keys.ok) return keys;
  const preparation = await openPreparationStore(profile.layout.folder);
  if (!preparation.ok) return preparation;
  const { sealedNotes } = keys.value;
  const notes = createNotes({ profile, newId: randomUUID, sealed: sealedNotes });
  const openNotes = withoutSealedNotes(notes, sealedNotes);
  const opened = await createLibrary({
    layout: profile.layout,
    packs,
    now: Date.now,
    newId: randomUUID,
    notes,
    setAside: [...profile.setAside, ...keys.value.setAside, ...preparation.value.report.setAside],
    onUnexpected: report,
    forgetText: (sha256) => forgetText(path.join(profile.layout.folder, 'text'), sha256),
  });
  if (!opened.ok) return opened;
  const library = opened.value;
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
  const windowPlace = await openWindowPlace(profile.layout.folder);
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
    windowPlace,
    findDocument: async (sha256) =>
      prints.findDocument(sha256) ?? joined.reading.findDocument(sha256) ?? library.documentFile(sha256),
    findDraftFile: drafting.value.drafts.findFile,
    close: async () => {
      stopForgetting();
      stopAnnouncing();
      stopUnlocking();
      // What is being taken in ends as cancelled, so that the library has nothing to wait for.
      await issued.value.close();
      await packs.stop();
      await find.stop();
      await revisions.close();
      await prints.close();
      await drafting.value.close();
      await joined.close();
      await library.flush();
      await preparation.value.flush();
      await windowPlace?.flush();
      await notes.close();
      await profile.close();
    },
  });
}
