import path from 'node:path';
import { foldOperations } from '../../core/annotation/notesState.ts';
import { parseOperation } from '../../core/annotation/operation.ts';
import { encodeBackup, parseBackup, type BackupEnvelope } from '../../core/backup/backupEnvelope.ts';
import { failure, ok, type Result } from '../../core/errors.ts';
import type { NotesTransfer } from '../notes/notes.ts';
import type { Disk } from '../storage/disk.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { replaceFile } from '../storage/durableFile.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import type { BackupPart, TakePartIn } from './backupPart.ts';
import type { Sealing, Unsealed } from './sealing.ts';

export interface SavedBackup {
  readonly file: string;
  readonly noteCount: number;
}

export interface RestoredBackup extends SavedBackup {
  /** Notes that were not here before. */
  readonly newNoteCount: number;
}

/** Everything of the person's in one file, and back. Used by the app and by the command line. */
export interface Backup {
  /** Writes the file whole or not at all. Fails with invalidArgument for an empty passphrase, diskFull, diskDenied. */
  readonly save: (file: string, passphrase: string) => Promise<Result<SavedBackup>>;
  /**
   * Adds to what is here and removes nothing; doing it twice adds nothing. Fails with backupPassphrase, backupDamaged,
   * backupNewer or identityLocked before anything is changed; with diskFull or diskDenied what was taken in stays, and
   * another try completes it.
   */
  readonly restore: (file: string, passphrase: string) => Promise<Result<RestoredBackup>>;
}

export interface BackupOptions {
  readonly notes: NotesTransfer;
  readonly parts: readonly BackupPart[];
  readonly sealing: Sealing;
  readonly device: string;
  readonly disk?: Disk;
  readonly now?: () => number;
}

export function createBackup(options: BackupOptions): Backup {
  const { sealing, disk = nodeDisk } = options;
  return {
    save: async (file, passphrase) => {
      if (passphrase === '') return failure('invalidArgument');
      const envelope = await collect(options);
      if (!envelope.ok) return envelope;
      const plain = Buffer.from(encodeBackup(envelope.value));
      const sealed = await sealing.seal(plain, passphrase.normalize('NFC'));
      try {
        await replaceFile(disk, file, sealed, { keepPrevious: false });
      } catch (error) {
        return diskFailure(error, file);
      }
      return ok({ file, noteCount: noteCountOf(envelope.value) });
    },
    restore: async (file, passphrase) => {
      const envelope = await read(disk, sealing, file, passphrase);
      return envelope.ok ? takeIn(options, file, envelope.value, passphrase) : envelope;
    },
  };
}

async function collect({
  notes,
  parts,
  device,
  now = Date.now,
}: BackupOptions): Promise<Result<BackupEnvelope>> {
  const operations = await notes.exportAll();
  if (!operations.ok) return operations;
  const exported: Record<string, unknown> = {};
  for (const part of parts) {
    const data = await part.export();
    if (!data.ok) return data;
    exported[part.name] = data.value;
  }
  return ok({ made: now(), device, notes: Object.fromEntries(operations.value), parts: exported });
}

const noteCountOf = ({ notes }: BackupEnvelope): number =>
  Object.values(notes)
    .map((entries) => entries.map(parseOperation).filter((operation) => operation !== null))
    .reduce((sum, operations) => sum + foldOperations(operations).length, 0);

async function read(
  disk: Disk,
  sealing: Sealing,
  file: string,
  passphrase: string,
): Promise<Result<BackupEnvelope>> {
  const name = { file: path.basename(file) };
  let sealed: Uint8Array | null;
  try {
    sealed = await disk.read(file);
  } catch (error) {
    return diskFailure(error, file);
  }
  if (sealed === null) return failure('diskDenied', { ...name, detail: { path: file, reason: 'ENOENT' } });
  const unsealed = await unseal(sealing, sealed, passphrase);
  if (unsealed.state === 'passphrase') return failure('backupPassphrase', name);
  if (unsealed.state !== 'open') return failure('backupDamaged', name);
  const envelope = parseBackup(Buffer.from(unsealed.plain).toString());
  return envelope.ok ? envelope : failure(envelope.error.code, name);
}

/** The same letters are typed in two ways; files of older programs have them as they were typed. */
async function unseal(sealing: Sealing, sealed: Uint8Array, passphrase: string): Promise<Unsealed> {
  const composed = passphrase.normalize('NFC');
  const unsealed = await sealing.unseal(sealed, composed);
  const isTypedOtherwise = unsealed.state === 'passphrase' && composed !== passphrase;
  return isTypedOtherwise ? sealing.unseal(sealed, passphrase) : unsealed;
}

async function takeIn(
  { notes, parts }: BackupOptions,
  file: string,
  envelope: BackupEnvelope,
  passphrase: string,
): Promise<Result<RestoredBackup>> {
  const checked = readParts(parts, envelope, path.basename(file));
  if (!checked.ok) return checked;
  let noteCount = 0;
  let newNoteCount = 0;
  for (const [meeting, entries] of Object.entries(envelope.notes)) {
    const taken = await notes.takeIn(meeting, entries);
    if (!taken.ok) return taken;
    noteCount += taken.value.notes;
    newNoteCount += taken.value.newNotes;
  }
  for (const takePartIn of checked.value) {
    const taken = await takePartIn(passphrase.normalize('NFC'));
    if (!taken.ok) return taken;
  }
  return ok({ file, noteCount, newNoteCount });
}

/** Parts that the file lacks, or that are not known here, are left out. */
function readParts(
  parts: readonly BackupPart[],
  envelope: BackupEnvelope,
  file: string,
): Result<readonly TakePartIn[]> {
  const checked: TakePartIn[] = [];
  for (const part of parts) {
    if (!Object.hasOwn(envelope.parts, part.name)) continue;
    const read = part.read(envelope.parts[part.name]);
    if (!read.ok) return { ok: false, error: { ...read.error, file } };
    checked.push(read.value);
  }
  return ok(checked);
}
