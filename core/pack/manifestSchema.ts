import * as v from 'valibot';
import type { AgendaItem, Manifest } from './manifest.ts';
import { briefingSeries, documentKinds, itemKinds, sectionKinds } from './manifest.ts';
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
} from './manifestValues.ts';
import { packLimits } from './packLimits.ts';

const rosterMember = closed({
  id: uuid,
  name: text,
  party: text,
  role: choice(['chair', 'viceChair', 'member', 'substitute']),
});

export const rosterSchema = closed({
  members: listOf(rosterMember),
  // The format's own word; nobody awaits a roster.
  // oxlint-disable-next-line unicorn/no-thenable
  callIn: listOf(closed({ party: text, then: listOf(text) })),
  source: orNull(text),
});

const meeting = closed({
  id: uuid,
  kind: choice(['meeting', 'operationsDay']),
  state: choice(['scheduled', 'cancelled']),
  title: text,
  body: closed({ id: uuid, name: text, roster: orNull(rosterSchema) }),
  start: instant,
  end: orNull(instant),
  place: orNull(text),
  webcast: orNull(text),
  summonsDeadline: orNull(instantOrDate),
  extensions,
});

const packDocument = closed({
  id: uuid,
  title: text,
  documentKind: choice(documentKinds),
  sha256,
  pageCount: wholeNumber(0),
  pages: orNull(closed({ from: wholeNumber(1), to: wholeNumber(1) })),
  personalData: truth,
  extensions,
});

const sealed = closed({
  slug,
  reason: choice(['secrecy', 'conflict']),
  ground: orNull(text),
  pageCount: wholeNumber(0),
});

const agendaItem: v.GenericSchema<AgendaItem> = closed({
  id: uuid,
  number: orNull(text),
  title: text,
  itemKind: orNull(choice(itemKinds)),
  registryNumber: orNull(text),
  presenter: orNull(text),
  minutes: orNull(wholeNumber(0)),
  proposedDecision: listOf(text),
  documents: listOf(packDocument),
  children: listOf(v.lazy(() => agendaItem)),
  conflicts: listOf(closed({ person: uuid, policy: choice(['warn', 'hide']) })),
  sealed: orNull(sealed),
  extensions,
});

const section = closed({
  id: uuid,
  sectionKind: choice(sectionKinds),
  title: text,
  points: listOf(closed({ id: uuid, text, themes: listOf(text) })),
});

const keyFigure = closed({
  id: uuid,
  name: text,
  unitOfMeasure: orNull(text),
  value: orNull(quantity),
  asOf: orNull(calendarDate),
  scope: orNull(text),
  source: orNull(text),
  note: orNull(text),
  series: listOf(closed({ asOf: calendarDate, value: quantity })),
  baselines: listOf(closed({ label: text, asOf: orNull(calendarDate), value: quantity, why: orNull(text) })),
});

const commitment = closed({
  id: uuid,
  what: text,
  who: orNull(text),
  due: orNull(calendarDate),
  state: choice(['given', 'underWay', 'reported', 'closed']),
  reported: orNull(text),
  evidence: orNull(text),
});

/** What stands in every unit briefing, sealed or not, beside its series, documents and seal. */
export const unitBriefingEntries = {
  id: uuid,
  unit: closed({ id: uuid, name: text }),
  presenter: orNull(text),
  period: orNull(text),
  start: orNull(instant),
  minutes: orNull(wholeNumber(0)),
  sections: listOf(section),
  keyFigures: listOf(keyFigure),
  commitments: listOf(commitment),
  extensions,
};

/** A unit briefing as it stands in a manifest. */
export const unitBriefingSchema = closed({
  ...unitBriefingEntries,
  series: orNull(choice(briefingSeries)),
  documents: listOf(packDocument),
  sealed: orNull(sealed),
});

const packHeader = closed({
  id: uuid,
  revision: wholeNumber(1),
  previous: orNull(sha256),
  issued: instant,
  note: text,
  supplementTo: orNull(closed({ revision: wholeNumber(1), manifest: sha256 })),
  returnBy: orNull(calendarDate),
  eraseAfter: orNull(calendarDate),
});

const packFile = closed({
  path: text,
  size: v.pipe(wholeNumber(0), v.maxValue(packLimits.packBytes, 'whole-number')),
  sha256,
  mediaType,
});

/** The shape of `manifest.json`: every key present, no other keys. What refers to what is checked elsewhere. */
export const manifestSchema: v.GenericSchema<Manifest> = closed({
  format: v.literal('beredd', 'not-a-manifest'),
  version: v.literal(1, 'not-a-manifest'),
  requires: listOf(text),
  extensions,
  pack: packHeader,
  issuer: closed({ municipality: text, office: text }),
  meeting,
  agenda: listOf(agendaItem),
  briefings: listOf(unitBriefingSchema),
  files: listOf(packFile),
});
