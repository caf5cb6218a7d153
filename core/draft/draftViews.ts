import * as v from 'valibot';
import type { Instant, Uuid } from '../pack/manifest.ts';
import { choice, closed, listOf, orNull, text, uuid, wholeNumber } from '../pack/manifestValues.ts';
import type { Finding } from '../preflight/finding.ts';
import type { Draft } from './draft.ts';
import { draftBodySchema, draftItemSchema, numberingSchema } from './draft.ts';

/** One line of the list of drafts. */
export interface DraftSummary {
  readonly draftId: Uuid;
  readonly title: string;
  readonly bodyName: string;
  readonly start: Instant | null;
  readonly itemCount: number;
  readonly documentCount: number;
  /** The revision it will become. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** Set when its file was damaged; the rest then says what could be read. */
  readonly damaged: boolean;
}

/** A draft as the window shows it: saved on disk already. */
export interface DraftView {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Names what undo would take back, as the edit's `do`. */
  readonly undoes: string | null;
  readonly redoes: string | null;
  /** Sealed items whose content cannot be opened now: only their public side is in `draft`. */
  readonly lockedItems?: readonly Uuid[];
  /** Name of the damaged file that was set aside; the draft is then as it was one change earlier. */
  readonly recovered?: string | null;
}

/** How a new draft begins. */
export const draftStartSchema = v.variant('from', [
  closed({ from: v.literal('nothing'), bodyId: orNull(uuid), kind: choice(['meeting', 'operationsDay']) }),
  closed({ from: v.literal('template'), bodyId: uuid, templateId: uuid }),
  /** The agenda of a meeting in the library, without its documents: last month's order of business. */
  closed({ from: v.literal('copy'), meetingId: uuid }),
  /** The newest revision in the library, to go on from. */
  closed({ from: v.literal('revision'), meetingId: uuid }),
]);
export type DraftStart = v.InferOutput<typeof draftStartSchema>;

/** What the office knows of a body beside its roster. */
export const bodySettingsSchema = closed({
  municipality: text,
  office: text,
  place: orNull(text),
  /** Local time of day meetings usually begin, `HH:MM`. */
  startTime: orNull(text),
  /** Days before the meeting by which the summons must have reached everyone; null: the body's rules say nothing. */
  summonsDays: orNull(wholeNumber(0)),
  /** Where that rule stands, in words. The council's week stands in KL 5 kap. 15 §; a committee's in its own rules. */
  summonsSource: orNull(text),
  numbering: numberingSchema,
  /** What becomes of an item for a person with a conflict of interest. */
  conflictPolicy: choice(['warn', 'hide']),
});
export type BodySettings = v.InferOutput<typeof bodySettingsSchema>;

/** An agenda to begin meetings of a body with. */
export const draftTemplateSchema = closed({
  id: uuid,
  name: text,
  numbering: numberingSchema,
  items: listOf(draftItemSchema),
});
export type DraftTemplate = v.InferOutput<typeof draftTemplateSchema>;

/** A body in the secretary's register. */
export const draftBodyEntrySchema = closed({
  body: draftBodySchema,
  settings: bodySettingsSchema,
  templates: listOf(draftTemplateSchema),
});
export type DraftBodyEntry = v.InferOutput<typeof draftBodyEntrySchema>;

/** A long piece of work on a draft: files taken in, a proposal made, a pack written. */
export interface DraftProgress {
  readonly job: string;
  readonly phase: 'listing' | 'reading' | 'converting' | 'proposing' | 'sealing' | 'writing' | 'checking';
  readonly done: number;
  readonly total: number;
  /** The file it is at. */
  readonly file: string | null;
}
