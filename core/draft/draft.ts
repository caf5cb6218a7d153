import * as v from 'valibot';
import { documentKinds, itemKinds } from '../pack/manifest.ts';
import type { UnitBriefing } from '../pack/manifest.ts';
import { rosterSchema } from '../pack/manifestSchema.ts';
import {
  calendarDate,
  choice,
  closed,
  extensions,
  instant,
  instantOrDate,
  listOf,
  mediaType,
  orNull,
  quantity,
  sha256,
  slug,
  text,
  truth,
  uuid,
  wholeNumber,
} from '../pack/manifestValues.ts';

/*
 * A pack while the secretary works on it. It may be incomplete and wrong in every way that pre-flight tells of; only its
 * shape is certain. Names are those of the manifest, so that a finished draft becomes one without translation.
 */

export const draftBodySchema = closed({ id: uuid, name: text, roster: orNull(rosterSchema) });

/** How a Word or ODF file became the PDF that is sent. */
const conversionSchema = closed({
  name: text,
  by: choice(['libreOffice', 'builtIn']),
  version: text,
  /** The original's bytes, when they are kept with the draft. */
  original: orNull(sha256),
});

/** A file whose bytes are kept with the draft, under its SHA-256. */
export const draftFileSchema = closed({
  sha256,
  size: wholeNumber(0),
  /** The name it had where it came from. */
  name: text,
  mediaType,
  /** Null for what is not paged, or cannot be read. */
  pageCount: orNull(wholeNumber(0)),
  condition: choice(['readable', 'damaged', 'encrypted', 'html', 'empty', 'other']),
  /** How many of its pages have no text at all; null when not paged. */
  pagesWithoutText: orNull(wholeNumber(0)),
  converted: orNull(conversionSchema),
});
export type DraftFile = v.InferOutput<typeof draftFileSchema>;

export const pageRangeSchema = closed({ from: wholeNumber(1), to: wholeNumber(1) });

export const draftDocumentSchema = closed({
  id: uuid,
  title: text,
  documentKind: choice(documentKinds),
  /** One of the draft's files; null while it is missing. */
  file: orNull(sha256),
  pages: orNull(pageRangeSchema),
  personalData: truth,
  /** The Word or ODF file goes along as a document of its own. */
  withOriginal: truth,
  extensions,
});
export type DraftDocument = v.InferOutput<typeof draftDocumentSchema>;

export const conflictSchema = closed({ person: uuid, policy: choice(['warn', 'hide']) });

/** Why an item is sealed, and for whom it opens. */
export const draftSealSchema = closed({
  reason: choice(['secrecy', 'conflict']),
  ground: orNull(text),
  /** What everyone sees; null: "Sekretessärende" for secrecy, the item's own title for a conflict of interest. */
  publicTitle: orNull(text),
  /** Ids of people who may open it. */
  entitled: listOf(uuid),
  /** Kept from the issued revision it came from. */
  slug: orNull(slug),
});
export type DraftSeal = v.InferOutput<typeof draftSealSchema>;

/** Who is given the key of a sealed item: those entitled, without those it is hidden from. */
export function readersOf(
  { entitled }: Pick<DraftSeal, 'entitled'>,
  conflicts: readonly { readonly person: string; readonly policy: 'warn' | 'hide' }[],
): readonly string[] {
  const hidden = new Set(conflicts.filter(({ policy }) => policy === 'hide').map(({ person }) => person));
  return entitled.filter((person) => !hidden.has(person));
}

const itemEntries = {
  id: uuid,
  /** Null: no number shown. Given by numbering unless `numberFixed`. */
  number: orNull(text),
  /** The secretary wrote the number; renumbering leaves it. */
  numberFixed: truth,
  title: text,
  itemKind: choice(itemKinds),
  registryNumber: orNull(text),
  presenter: orNull(text),
  minutes: orNull(wholeNumber(0)),
  proposedDecision: listOf(text),
  documents: listOf(draftDocumentSchema),
  conflicts: listOf(conflictSchema),
  seal: orNull(draftSealSchema),
  extensions,
};
const plainItemSchema = closed(itemEntries);

export type DraftItem = v.InferOutput<typeof plainItemSchema> & { readonly children: readonly DraftItem[] };
export const draftItemSchema: v.GenericSchema<unknown, DraftItem> = v.lazy(() =>
  closed({ ...itemEntries, children: listOf(draftItemSchema) }),
);

export const draftMeetingSchema = closed({
  id: uuid,
  kind: choice(['meeting', 'operationsDay']),
  state: choice(['scheduled', 'cancelled']),
  title: text,
  body: draftBodySchema,
  start: orNull(instant),
  end: orNull(instant),
  place: orNull(text),
  webcast: orNull(text),
  summonsDeadline: orNull(instantOrDate),
  /** Where the deadline comes from, in words: "KL 5 kap. 15 §", "Reglemente för kommunstyrelsen 12 §". */
  deadlineSource: orNull(text),
  /** Carried on from the issued revision. */
  extensions: v.optional(extensions),
});
export type DraftMeeting = v.InferOutput<typeof draftMeetingSchema>;

/** How items are numbered: 1, 2, 3 with 7.1 below, or § 1, § 2 running on from `first`. */
export const numberingSchema = closed({ style: choice(['number', 'section']), first: wholeNumber(1) });
export type Numbering = v.InferOutput<typeof numberingSchema>;

/** The issued revision that the draft goes on from. */
const draftBaseSchema = closed({ revision: wholeNumber(1), manifestSha256: sha256, issued: instant });

/**
 * A unit briefing in a draft, as the manifest has it. One that will be sealed stands here whole, `sealed` null and its
 * seal beside it; one whose issued content could not be opened stands as everyone sees it (see `unopened`).
 */
export interface DraftBriefing extends UnitBriefing {
  /** Left out: open to all. */
  readonly seal?: DraftSeal | null | undefined;
}

// Briefings were checked with the pack they came from; their own editor changes single fields.
export const draftBriefingSchema = v.custom<DraftBriefing>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    (!('seal' in value) || v.is(v.nullish(draftSealSchema), value.seal)),
);

export const draftSchema = closed({
  id: uuid,
  created: quantity,
  changed: quantity,
  packId: uuid,
  issuer: closed({ municipality: text, office: text }),
  meeting: draftMeetingSchema,
  numbering: numberingSchema,
  items: listOf(draftItemSchema),
  briefings: listOf(draftBriefingSchema),
  files: listOf(draftFileSchema),
  base: orNull(draftBaseSchema),
  /** "What is new", as readers will see it. */
  note: text,
  returnBy: orNull(calendarDate),
  eraseAfter: orNull(calendarDate),
  /** Keys of warnings that the secretary accepted; see pre-flight. */
  acceptedWarnings: listOf(text),
  /** Sealed items whose issued content could not be opened when the draft was begun: it is not in the draft. */
  unopened: v.optional(listOf(uuid)),
  /** The manifest's own, carried on from the issued revision. */
  extensions: v.optional(extensions),
});
export type Draft = v.InferOutput<typeof draftSchema>;
