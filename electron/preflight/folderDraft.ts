import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { Draft, DraftDocument, DraftFile, DraftItem } from '../../core/draft/draft.ts';
import { numberingOf } from '../../core/draft/numbering.ts';
import { writableBody } from '../../core/draft/writableBody.ts';
import type { UnitBriefing, Uuid } from '../../core/pack/manifest.ts';
import { identifyBriefings, meetingBody, unitBriefing } from '../packs/buildFolderBriefings.ts';
import type { DocumentDraft } from '../packs/buildFolderDocuments.ts';
import { allDocuments, readDrafts, type FolderDrafts } from '../packs/buildFolderDrafts.ts';
import { bodyIdOf } from '../packs/buildFolderIds.ts';
import type { ItemDraft } from '../packs/buildFolderItems.ts';
import { listFolder, nameOf } from '../packs/buildFolderListing.ts';
import { mediaTypeOfFile } from '../packs/buildFolderNames.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { CheckedDraft } from './checkedDraft.ts';

/**
 * A FOLDER, read as `pack build` reads it, as a draft for pre-flight. Fails with folderUnreadable, folderMeeting,
 * folderItem or folderEmpty: what cannot be a draft at all.
 */
export async function folderDraft(folder: string, newId: () => Uuid): Promise<Result<CheckedDraft>> {
  const listing = await listFolder(folder);
  if (!listing.ok) return listing;
  const drafts = await readDrafts(listing.value);
  if (!drafts.ok) return drafts;
  const files = new Map<string, DraftFile>();
  for (const { file } of allDocuments(drafts.value)) {
    if (files.has(file.relative)) continue;
    const read = await draftFile(file.path, file.relative, file.size);
    if (!read.ok) return { ok: false, error: { ...read.error, file: file.relative } };
    files.set(file.relative, read.value);
  }
  const paths = new Map(
    allDocuments(drafts.value).map(({ file }) => [files.get(file.relative)?.sha256 ?? '', file.path]),
  );
  return ok({
    draft: draftOf(drafts.value, files, newId),
    fileOf: (sha256) => paths.get(sha256) ?? null,
    locked: new Set(),
  });
}

async function draftFile(file: string, relative: string, size: number): Promise<Result<DraftFile>> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch (error) {
    return diskFailure(error, file);
  }
  const mediaType = mediaTypeOfFile(relative);
  return ok({
    sha256: hash.digest('hex'),
    size,
    name: nameOf(relative),
    mediaType,
    pageCount: null,
    condition: size === 0 ? 'empty' : 'readable',
    pagesWithoutText: null,
    converted: null,
  });
}

function draftOf(
  { meeting, items, briefingDocuments }: FolderDrafts,
  files: ReadonlyMap<string, DraftFile>,
  newId: () => Uuid,
): Draft {
  const sha256Of = ({ file }: DocumentDraft): string => files.get(file.relative)?.sha256 ?? '';
  const document = (draft: DocumentDraft): DraftDocument => ({
    id: draft.id ?? newId(),
    title: draft.title,
    documentKind: draft.documentKind,
    file: sha256Of(draft),
    pages: draft.pages,
    personalData: draft.personalData,
    withOriginal: false,
    extensions: draft.extensions,
  });
  const item = (draft: ItemDraft): DraftItem => ({
    id: draft.id ?? newId(),
    number: draft.number,
    numberFixed: true,
    title: draft.title,
    itemKind: draft.itemKind,
    registryNumber: draft.registryNumber,
    presenter: draft.presenter,
    minutes: draft.minutes,
    proposedDecision: draft.proposedDecision,
    documents: draft.documents.map(document),
    conflicts: draft.conflicts,
    seal: null,
    extensions: draft.extensions,
    children: draft.children.map(item),
  });
  const identified = identifyBriefings(meeting, [], newId);
  const briefings: UnitBriefing[] = identified.map((briefing, at) =>
    unitBriefing(
      briefing,
      (briefingDocuments[at] ?? []).map((draft) => {
        const { id, title, documentKind, pages, personalData, extensions } = document(draft);
        const sha256 = sha256Of(draft);
        return { id, title, documentKind, sha256, pageCount: 0, pages, personalData, extensions };
      }),
      newId,
    ),
  );
  const bodyId = meeting.body.id ?? bodyIdOf(meeting.municipality, meeting.body.name);
  const made = items.map(item);
  return {
    id: newId(),
    created: 0,
    changed: 0,
    packId: meeting.packId ?? newId(),
    issuer: { municipality: meeting.municipality, office: meeting.office },
    meeting: {
      id: meeting.id ?? newId(),
      kind: meeting.kind,
      state: meeting.state,
      title: meeting.title,
      body: writableBody(meetingBody(meeting, bodyId)),
      start: meeting.start,
      end: meeting.end,
      place: meeting.place,
      webcast: meeting.webcast,
      summonsDeadline: meeting.summonsDeadline,
      deadlineSource: null,
    },
    numbering: numberingOf(made),
    items: made,
    briefings,
    files: [...new Map([...files.values()].map((file) => [file.sha256, file])).values()],
    base: null,
    note: meeting.note,
    returnBy: meeting.returnBy,
    eraseAfter: meeting.eraseAfter,
    acceptedWarnings: [],
  };
}
