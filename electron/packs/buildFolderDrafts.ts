import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { DocumentDraft } from './buildFolderDocuments.ts';
import type { MeetingInput } from './buildFolderInput.ts';
import { readMeetingInput } from './buildFolderInput.ts';
import type { ItemDraft } from './buildFolderItems.ts';
import { flatDrafts, namedDocuments, readItems } from './buildFolderItems.ts';
import type { FolderListing } from './buildFolderListing.ts';
import { nameOf } from './buildFolderListing.ts';
import { entrySlug } from './buildFolderNames.ts';

export const meetingFile = 'meeting.json';

/** Everything that FOLDER says in words, checked; no document has been read yet. */
export interface FolderDrafts {
  readonly meeting: MeetingInput;
  readonly items: readonly ItemDraft[];
  /** Documents of each briefing, in the order of the meeting's briefings. */
  readonly briefingDocuments: readonly (readonly DocumentDraft[])[];
}

/** Reads meeting.json and every item folder. Fails with folderMeeting, folderItem or folderEmpty. */
export async function readDrafts(listing: FolderListing): Promise<Result<FolderDrafts>> {
  const file = listing.files.find(({ relative }) => relative === meetingFile);
  if (file === undefined) {
    return failure('folderMeeting', {
      file: meetingFile,
      detail: { rule: 'file-missing', path: '', document: meetingFile },
    });
  }
  const meeting = await readMeetingInput(file);
  if (!meeting.ok) return meeting;
  const briefingDocuments: (readonly DocumentDraft[])[] = [];
  for (const [i, briefing] of meeting.value.briefings.entries()) {
    const documents = namedDocuments(listing, briefing.documents, {
      folder: '',
      namedIn: meetingFile,
      at: `briefings.${i}.documents`,
      slug: entrySlug(briefing.unit.name),
    });
    if (!documents.ok) return documents;
    briefingDocuments.push(documents.value);
  }
  const inMeeting = new Set(briefingDocuments.flat().map((draft) => draft.file.relative));
  const items = await readItems(listing, inMeeting);
  if (!items.ok) return items;
  if (items.value.length === 0 && briefingDocuments.length === 0) {
    return failure('folderEmpty', { file: nameOf(listing.root.replaceAll('\\', '/')) });
  }
  const drafts = { meeting: meeting.value, items: items.value, briefingDocuments };
  return repeatedGivenId(drafts) ?? ok(drafts);
}

/** Documents of all items, then of all briefings: the order of the pack pages. */
export const allDocuments = ({ items, briefingDocuments }: FolderDrafts): readonly DocumentDraft[] => [
  ...flatDrafts(items).flatMap((item) => item.documents),
  ...briefingDocuments.flat(),
];

/** The same id given twice: told here, where the file can still be named. */
function repeatedGivenId({ items, meeting, briefingDocuments }: FolderDrafts): Result<never> | null {
  const seen = new Set<string>();
  const given = [
    { id: meeting.id, file: meetingFile, path: 'id' },
    ...meeting.briefings.map(({ id }, i) => ({ id, file: meetingFile, path: `briefings.${i}.id` })),
    ...flatDrafts(items).map(({ id, namedIn }) => ({ id, file: namedIn, path: 'id' })),
    ...allDocuments({ items, meeting, briefingDocuments }).map(({ id, namedIn, namedAt }) => ({
      id,
      file: namedIn,
      path: `${namedAt}.id`,
    })),
  ];
  for (const { id, file, path } of given) {
    if (id === null) continue;
    if (seen.has(id)) {
      return failure(file === meetingFile ? 'folderMeeting' : 'folderItem', {
        file,
        detail: { rule: 'id-twice', path },
      });
    }
    seen.add(id);
  }
  return null;
}
