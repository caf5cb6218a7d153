import fs from 'node:fs/promises';
import * as v from 'valibot';
import type { ErrorCode, Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { documentKinds, itemKinds, sectionKinds } from '../../core/pack/manifest.ts';
import {
  calendarDate,
  choice,
  closed,
  extensions,
  instant,
  instantOrDate,
  listOf,
  quantity,
  text,
  truth,
  uuid,
  wholeNumber,
} from '../../core/pack/manifestValues.ts';
import { findTextFault } from '../../core/pack/textRules.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { FolderFile } from './buildFolderListing.ts';

const optional = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);
const optionalList = <S extends v.GenericSchema>(schema: S) => v.optional(listOf(schema), () => []);
const optionalExtensions = v.optional(extensions, () => ({}));
const filled = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'empty'),
);

const pageRange = closed({ from: wholeNumber(1), to: wholeNumber(1) });

const documentInput = closed({
  id: optional(uuid),
  file: filled,
  title: optional(filled),
  documentKind: optional(choice(documentKinds)),
  pages: optional(pageRange),
  personalData: v.optional(truth, false),
  extensions: optionalExtensions,
});

const rosterInput = closed({
  members: optionalList(
    closed({
      id: optional(uuid),
      name: filled,
      party: text,
      role: choice(['chair', 'viceChair', 'member', 'substitute']),
    }),
  ),
  callIn: optionalList(closed({ party: text, then: listOf(text) })),
  source: optional(text),
});

const briefingInput = closed({
  id: optional(uuid),
  unit: closed({ id: optional(uuid), name: filled }),
  presenter: optional(text),
  series: v.optional(choice(['annual', 'weekly', 'other']), 'other'),
  period: optional(text),
  start: optional(instant),
  minutes: optional(wholeNumber(0)),
  sections: optionalList(
    closed({
      id: optional(uuid),
      sectionKind: choice(sectionKinds),
      title: filled,
      points: optionalList(closed({ id: optional(uuid), text: filled, themes: optionalList(text) })),
    }),
  ),
  keyFigures: optionalList(
    closed({
      id: optional(uuid),
      name: filled,
      unitOfMeasure: optional(text),
      value: optional(quantity),
      asOf: optional(calendarDate),
      scope: optional(text),
      source: optional(text),
      note: optional(text),
      series: optionalList(closed({ asOf: calendarDate, value: quantity })),
      baselines: optionalList(
        closed({ label: filled, asOf: optional(calendarDate), value: quantity, why: optional(text) }),
      ),
    }),
  ),
  commitments: optionalList(
    closed({
      id: optional(uuid),
      what: filled,
      who: optional(text),
      due: optional(calendarDate),
      state: v.optional(choice(['given', 'underWay', 'reported', 'closed']), 'given'),
      reported: optional(text),
      evidence: optional(text),
    }),
  ),
  documents: optionalList(documentInput),
  extensions: optionalExtensions,
});

const meetingInput = closed({
  title: filled,
  body: closed({ id: optional(uuid), name: filled, roster: optional(rosterInput) }),
  start: instant,
  municipality: filled,
  office: filled,
  place: v.nullable(text),
  id: optional(uuid),
  packId: optional(uuid),
  kind: v.optional(choice(['meeting', 'operationsDay']), 'meeting'),
  state: v.optional(choice(['scheduled', 'cancelled']), 'scheduled'),
  end: optional(instant),
  webcast: optional(text),
  summonsDeadline: optional(instantOrDate),
  note: v.optional(text, ''),
  returnBy: optional(calendarDate),
  eraseAfter: optional(calendarDate),
  briefings: optionalList(briefingInput),
  extensions: optionalExtensions,
});

const itemInput = closed({
  id: optional(uuid),
  number: optional(text),
  title: optional(filled),
  itemKind: optional(choice(itemKinds)),
  registryNumber: optional(text),
  presenter: optional(text),
  minutes: optional(wholeNumber(0)),
  proposedDecision: optionalList(filled),
  documents: optional(listOf(documentInput)),
  conflicts: optionalList(closed({ person: uuid, policy: choice(['warn', 'hide']) })),
  extensions: optionalExtensions,
});

export type MeetingInput = v.InferOutput<typeof meetingInput>;
export type BriefingInput = v.InferOutput<typeof briefingInput>;
export type ItemInput = v.InferOutput<typeof itemInput>;
export type DocumentInput = v.InferOutput<typeof documentInput>;

/** What an item folder without item.json says of itself. */
export const emptyItemInput = (): ItemInput => v.parse(itemInput, {});

/** Reads meeting.json. Fails with folderMeeting: `rule` names what is wrong, `path` where. */
export const readMeetingInput = (file: FolderFile): Promise<Result<MeetingInput>> =>
  readInput(file, 'folderMeeting', meetingInput, expandMeeting);

/** Reads an item.json. Fails with folderItem: `rule` names what is wrong, `path` where. */
export const readItemInput = (file: FolderFile): Promise<Result<ItemInput>> =>
  readInput(file, 'folderItem', itemInput, expandItem);

async function readInput<T>(
  file: FolderFile,
  code: ErrorCode,
  schema: v.GenericSchema<unknown, T>,
  expand: (json: unknown) => unknown,
): Promise<Result<T>> {
  const wrong = (rule: string, path = ''): Result<never> =>
    failure(code, { file: file.relative, detail: { rule, path } });
  const read = await readJson(file);
  if (!read.ok) return read.error.code === 'invalidArgument' ? wrong('not-json') : read;
  const json = expand(normalised(read.value));
  const fault = findTextFault(json);
  if (fault !== null) return wrong(fault.rule, fault.path);
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return wrong(issue.message, v.getDotPath(issue) ?? '');
}

async function readJson(file: FolderFile): Promise<Result<unknown>> {
  let bytes: Uint8Array;
  try {
    bytes = await fs.readFile(file.path);
  } catch (error) {
    return diskFailure(error, file.path);
  }
  try {
    // TextDecoder drops the byte order mark that Windows editors put first.
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return failure('invalidArgument');
  }
}

/** Editors write what they like: the manifest wants NFC and plain line feeds. */
function normalised(json: unknown): unknown {
  if (typeof json === 'string') return json.replaceAll('\r\n', '\n').normalize('NFC');
  if (Array.isArray(json)) return json.map(normalised);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key.normalize('NFC'), normalised(value)]),
  );
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const named = (value: unknown): unknown => (typeof value === 'string' ? { name: value } : value);

/** `"body": "Kommunstyrelsen"` and `"unit": "Räddningstjänsten"` are short for objects with a name. */
function expandMeeting(json: unknown): unknown {
  if (!isObject(json)) return json;
  const briefings = json['briefings'];
  return {
    ...json,
    ...('body' in json ? { body: named(json['body']) } : {}),
    ...(Array.isArray(briefings) ? { briefings: briefings.map(expandBriefing) } : {}),
  };
}

const expandBriefing = (json: unknown): unknown =>
  isObject(json) && 'unit' in json ? { ...json, unit: named(json['unit']) } : json;

/** `"number": 7` and a single proposed decision are short for text and list. */
function expandItem(json: unknown): unknown {
  if (!isObject(json)) return json;
  const number = json['number'];
  const decision = json['proposedDecision'];
  return {
    ...json,
    ...(typeof number === 'number' ? { number: String(number) } : {}),
    ...(typeof decision === 'string' ? { proposedDecision: [decision] } : {}),
  };
}
