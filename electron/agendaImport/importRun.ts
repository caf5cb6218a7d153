import fs from 'node:fs/promises';
import path from 'node:path';
import { mayBeMerged } from '../../core/agendaImport/cuts/isMerged.ts';
import type { AgendaEntry } from '../../core/agendaImport/agendaEntry.ts';
import { agendaFromText } from '../../core/agendaImport/agendaText.ts';
import type { ObservedFile } from '../../core/agendaImport/observed.ts';
import { proposeImport } from '../../core/agendaImport/proposeImport.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { mediaTypeOfFile } from '../packs/buildFolderNames.ts';
import { readAgendaFile } from './agendaFile.ts';
import type { Conversion, Converter } from './converter.ts';
import type { FileKind } from './fileKind.ts';
import { fileKind } from './fileKind.ts';
import type { ImportOrder, ImportOutcome, ImportReply } from './importMessages.ts';
import type { LeftOut, SourceFile } from './listSources.ts';
import { listSources, shownName } from './listSources.ts';
import type { LookedFile } from './lookAtPdf.ts';
import { lookAtPdf } from './lookAtPdf.ts';

import { readZip } from './readZip.ts';
import type { FileKeeper, TakenFile } from './takenFile.ts';

type Progress = Omit<Extract<ImportReply, { kind: 'progress' }>, 'kind'>;

export interface ImportRunParts {
  readonly order: ImportOrder;
  readonly signal: AbortSignal;
  readonly loadEngine: () => Promise<PdfEngine>;
  readonly keeper: FileKeeper;
  readonly converter: Converter;
  readonly newId: () => string;
  readonly onProgress: (progress: Progress) => void;
}

interface Sorted extends SourceFile {
  readonly kind: FileKind;
}

/**
 * Lists, unpacks, reads and converts what was chosen, and proposes items when they are asked for. Fails with importGone,
 * importNothing, importZip, importAgenda, cancelled, diskFull or diskDenied.
 */
export async function importRun(parts: ImportRunParts): Promise<Result<ImportOutcome>> {
  const { order, signal, newId } = parts;
  parts.onProgress({ phase: 'listing', done: 0, total: 0, file: null, path: null });
  const sources = await allSources(parts);
  if (!sources.ok) return sources;
  const { files, folders, leftOut } = sources.value;
  const found =
    order.proposal === null ? ok(none) : await givenAgenda(order.proposal.pastedAgenda, files, newId);
  if (!found.ok) return found;
  const { agenda, from } = found.value;
  const taken = await takeAll(withoutAgenda(files, from, leftOut, order), leftOut, parts);
  if (!taken.ok) return taken;
  if (signal.aborted) return failure('cancelled');
  const nothing = taken.value.length === 0 && agenda === null;
  if (nothing)
    return failure('importNothing', { detail: { rule: leftOut.length > 0 ? 'no-document' : 'empty' } });
  if (order.proposal === null)
    return ok({ kind: 'taken', files: taken.value.map(({ observed: _observed, ...file }) => file), leftOut });
  parts.onProgress({ phase: 'proposing', done: 0, total: 1, file: null, path: null });
  const proposal = proposeImport({
    files: taken.value.map(({ observed }) => observed),
    folders,
    draftFiles: [...new Map(taken.value.map(({ file }) => [file.sha256, file])).values()],
    leftOut,
    agenda,
    existing: order.proposal.existing,
    newId,
  });
  return ok({ kind: 'proposed', proposal });
}

interface Gathered {
  readonly files: readonly Sorted[];
  readonly folders: readonly string[];
  readonly leftOut: LeftOut[];
}

/** Everything that was chosen, with what is in ZIPs. */
async function allSources({ order, signal }: ImportRunParts): Promise<Result<Gathered>> {
  const listed = await listSources(order.paths);
  if (!listed.ok) return listed;
  const leftOut = [...listed.value.leftOut];
  const folders = [...listed.value.folders];
  const files: Sorted[] = [];
  for (const source of listed.value.files) {
    if (signal.aborted) return failure('cancelled');
    const kind = await kindOrGone(source);
    if (!kind.ok) return kind;
    if (kind.value !== 'zip') {
      files.push({ ...source, kind: kind.value });
      continue;
    }
    const folder = await fs.mkdtemp(path.join(order.temporary, 'zip-'));
    const unpacked = await readZip(source, folder, signal);
    if (!unpacked.ok) return unpacked;
    leftOut.push(...unpacked.value.leftOut);
    folders.push(...unpacked.value.folders);
    for (const inner of unpacked.value.files) {
      const innerKind = await fileKind(inner.file, inner.relative);
      files.push({ ...inner, kind: innerKind === 'zip' ? 'unknown' : innerKind });
    }
  }
  return ok({ files, folders, leftOut });
}

async function kindOrGone(source: SourceFile): Promise<Result<FileKind>> {
  try {
    return ok(await fileKind(source.file, source.relative));
  } catch {
    return failure('importGone', { file: path.basename(source.relative) });
  }
}

interface GivenAgenda {
  readonly agenda: readonly AgendaEntry[] | null;
  /** The file it stood in. */
  readonly from: Sorted | null;
}

const none: GivenAgenda = { agenda: null, from: null };

/** Pasted, or in a text or table file among the others. */
async function givenAgenda(
  pasted: string | null,
  files: readonly Sorted[],
  newId: () => string,
): Promise<Result<GivenAgenda>> {
  if (pasted !== null) {
    const agenda = agendaFromText(pasted, newId);
    return agenda.length === 0 ? failure('importAgenda') : ok({ agenda, from: null });
  }
  const isAlone = files.length === 1;
  for (const file of files) {
    const agenda = await readAgendaFile(file, isAlone, newId);
    if (agenda !== null) return ok({ agenda, from: file });
    if (isAlone && file.kind === 'text')
      return failure('importAgenda', { file: path.basename(file.relative) });
  }
  return ok(none);
}

/** What can become documents. A text or lone table that was the agenda is none; a summons among others is one. */
function withoutAgenda(
  files: readonly Sorted[],
  from: Sorted | null,
  leftOut: LeftOut[],
  order: ImportOrder,
): readonly Sorted[] {
  return files.filter((file) => {
    if (file === from) return files.length > 1 && file.kind !== 'text';
    const isDocument = file.kind !== 'unknown' && (file.kind !== 'text' || order.proposal === null);
    if (!isDocument) leftOut.push({ name: shownName(file.relative), why: 'unknownKind' });
    return isDocument;
  });
}

interface TakenAndSeen extends TakenFile {
  readonly observed: ObservedFile;
}

async function takeAll(
  files: readonly Sorted[],
  leftOut: LeftOut[],
  parts: ImportRunParts,
): Promise<Result<readonly TakenAndSeen[]>> {
  const taken: TakenAndSeen[] = [];
  const seen = new Set<string>();
  const pdfCount = files.filter(({ kind }) => kind === 'pdf').length;
  for (const [done, file] of files.entries()) {
    if (parts.signal.aborted) return failure('cancelled');
    const name = path.basename(file.relative);
    const told = { done, total: files.length, file: name, path: file.file };
    parts.onProgress({ phase: 'reading', ...told });
    const one = await takeOne(file, pdfCount, parts, told);
    if (!one.ok) return one;
    // The same attachment may lie in two items' folders, but not twice in one.
    const place = `${path.dirname(file.relative)}/${one.value.file.sha256}`;
    if (seen.has(place)) leftOut.push({ name: shownName(file.relative), why: 'twice' });
    else taken.push(one.value);
    seen.add(place);
  }
  return ok(taken);
}

async function takeOne(
  source: Sorted,
  pdfCount: number,
  parts: ImportRunParts,
  told: Omit<Progress, 'phase'>,
): Promise<Result<TakenAndSeen>> {
  const { order, keeper } = parts;
  const conversion = await convertedOf(source, parts, told);
  if (!conversion.ok) return conversion;
  const original = await keeper.keep(source);
  if (!original.ok) return original;
  const made = conversion.value;
  const kept = made === null ? original : await keeper.keep({ ...source, file: made.pdf });
  if (!kept.ok) return kept;
  const name = path.basename(source.relative);
  const isPdf = source.kind === 'pdf' || made !== null;
  const looked = await look(isPdf ? (made?.pdf ?? source.file) : null, source, pdfCount, parts);
  const { sha256, size } = kept.value;
  const file = {
    sha256,
    size,
    name: made === null ? name : `${path.parse(name).name}.pdf`,
    mediaType: isPdf ? 'application/pdf' : mediaTypeOfFile(name),
    pageCount: looked.pageCount,
    condition: looked.condition,
    pagesWithoutText: looked.pagesWithoutText,
    converted:
      made === null ? null : { name, by: made.by, version: made.version, original: original.value.sha256 },
  };
  const observed = { sha256, path: source.relative, pdf: looked.looked };
  return ok({ file, path: source.relative, source: order.bytes === 'stay' ? source.file : null, observed });
}

/** The PDF made of a Word or ODF file; null for what needs none, or could not be converted. */
async function convertedOf(
  source: Sorted,
  { order, converter, signal, onProgress }: ImportRunParts,
  told: Omit<Progress, 'phase'>,
): Promise<Result<Conversion | null>> {
  const { kind } = source;
  if (kind !== 'word' && kind !== 'openDocument' && kind !== 'oldOffice') return ok(null);
  if (order.bytes === 'stay' || order.skipped.includes(source.file)) return ok(null);
  onProgress({ phase: 'converting', ...told });
  const made = await converter(source, kind, signal);
  if (made.ok) return made;
  return made.error.code === 'convertFailed' ? ok(null) : made;
}

const unread = (condition: LookedFile['condition']): LookedFile => ({
  condition,
  pageCount: null,
  pagesWithoutText: null,
  looked: null,
});

async function look(
  pdf: string | null,
  { kind, file, relative }: Sorted,
  pdfCount: number,
  { order, loadEngine }: ImportRunParts,
): Promise<LookedFile> {
  if (order.skipped.includes(file)) return unread('damaged');
  if (pdf !== null) {
    const every = order.proposal !== null && mayBeMerged(relative, pdfCount);
    return lookAtPdf(await loadEngine(), pdf, every);
  }
  if (kind === 'picture') return unread('readable');
  return unread(kind === 'html' || kind === 'empty' ? kind : 'other');
}
