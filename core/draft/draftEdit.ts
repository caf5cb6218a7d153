import * as v from 'valibot';
import { itemKinds } from '../pack/manifest.ts';
import {
  calendarDate,
  choice,
  closed,
  listOf,
  orNull,
  text,
  truth,
  uuid,
  wholeNumber,
} from '../pack/manifestValues.ts';
import {
  conflictSchema,
  draftBodySchema,
  draftDocumentSchema,
  draftFileSchema,
  draftItemSchema,
  draftMeetingSchema,
  draftSealSchema,
  numberingSchema,
  pageRangeSchema,
} from './draft.ts';

const index = wholeNumber(0);
const ids = v.pipe(listOf(uuid), v.maxLength(5000));

const meetingPatch = v.partial(v.omit(draftMeetingSchema, ['id', 'body']));

const itemPatch = v.partial(
  closed({
    number: orNull(text),
    numberFixed: truth,
    title: text,
    itemKind: choice(itemKinds),
    registryNumber: orNull(text),
    presenter: orNull(text),
    minutes: orNull(wholeNumber(0)),
    proposedDecision: listOf(text),
    conflicts: listOf(conflictSchema),
  }),
);

const documentPatch = v.partial(v.omit(draftDocumentSchema, ['id', 'file', 'extensions']));

/** Everything that can be done to a draft. New ids are made by whoever asks, so that edits can be played again. */
export const draftEditSchema = v.variant('do', [
  closed({ do: v.literal('setMeeting'), patch: meetingPatch }),
  closed({ do: v.literal('setBody'), body: draftBodySchema }),
  closed({ do: v.literal('setIssuer'), municipality: text, office: text }),
  closed({ do: v.literal('setNumbering'), numbering: numberingSchema }),
  /** Gives every item without a fixed number its number by place. Also done by every edit that moves items. */
  closed({ do: v.literal('renumber') }),
  closed({ do: v.literal('addItem'), item: draftItemSchema, parent: orNull(uuid), at: index }),
  closed({ do: v.literal('setItem'), itemId: uuid, patch: itemPatch }),
  closed({ do: v.literal('moveItem'), itemId: uuid, parent: orNull(uuid), at: index }),
  closed({ do: v.literal('removeItem'), itemId: uuid }),
  /** The same change in several items; like the next two it is done whole or not at all, and taken back in one. */
  closed({ do: v.literal('setItems'), itemIds: ids, patch: itemPatch }),
  /** One move after the other: each `at` counts in the agenda that those before it have left. */
  closed({
    do: v.literal('moveItems'),
    moves: v.pipe(listOf(closed({ itemId: uuid, parent: orNull(uuid), at: index })), v.maxLength(5000)),
  }),
  closed({ do: v.literal('removeItems'), itemIds: ids }),
  /** The documents named go with a new item that follows the old one. */
  closed({ do: v.literal('splitItem'), itemId: uuid, documentIds: ids, newId: uuid, title: text }),
  /** Documents, points and children of `from` are added to `into`, in order; `from` is gone. */
  closed({ do: v.literal('joinItems'), into: uuid, from: ids }),
  closed({
    do: v.literal('addDocuments'),
    itemId: uuid,
    at: index,
    documents: listOf(draftDocumentSchema),
    files: listOf(draftFileSchema),
  }),
  closed({ do: v.literal('setDocument'), documentId: uuid, patch: documentPatch }),
  /** The document keeps its id: notes find their place in the new content. */
  closed({
    do: v.literal('replaceFile'),
    documentId: uuid,
    file: draftFileSchema,
    pages: orNull(pageRangeSchema),
  }),
  /** Cuts a document after the given pages (numbers of the document's own pages); the parts but the first get new ids. */
  closed({
    do: v.literal('cutDocument'),
    documentId: uuid,
    after: listOf(wholeNumber(1)),
    newIds: ids,
  }),
  closed({ do: v.literal('moveDocuments'), documentIds: ids, itemId: uuid, at: index }),
  closed({ do: v.literal('removeDocuments'), documentIds: ids }),
  closed({ do: v.literal('setSeal'), itemId: uuid, seal: orNull(draftSealSchema) }),
  closed({ do: v.literal('setBriefingSeal'), briefingId: uuid, seal: orNull(draftSealSchema) }),
  closed({
    do: v.literal('setPack'),
    note: text,
    returnBy: orNull(calendarDate),
    eraseAfter: orNull(calendarDate),
  }),
  closed({ do: v.literal('acceptWarning'), key: text, accepted: truth }),
  /** What an import proposed and the secretary agreed to: items are added at the end, or documents join items that are there. */
  closed({
    do: v.literal('takeImport'),
    items: listOf(draftItemSchema),
    documents: listOf(closed({ itemId: uuid, documents: listOf(draftDocumentSchema) })),
    files: listOf(draftFileSchema),
    /** What the summons among the files said of the meeting, where nothing stood. */
    body: v.exactOptional(draftBodySchema),
    meeting: v.exactOptional(meetingPatch),
    numbering: v.exactOptional(numberingSchema),
  }),
]);
export type DraftEdit = v.InferOutput<typeof draftEditSchema>;
export type ItemPatch = v.InferOutput<typeof itemPatch>;
export type DocumentPatch = v.InferOutput<typeof documentPatch>;
export type MeetingPatch = v.InferOutput<typeof meetingPatch>;
