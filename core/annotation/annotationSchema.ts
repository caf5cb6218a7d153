import * as v from 'valibot';
import { annotationKinds, highlightColours, noteClasses } from './annotation.ts';
import { noteDetailEntries } from './noteDetails.ts';

const uuid = v.pipe(v.string(), v.uuid());
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const finite = v.pipe(v.number(), v.finite());
const quad = v.pipe(v.array(finite), v.length(8));

export const selectorSchema = v.variant('type', [
  v.object({
    type: v.literal('PageSelector'),
    sha256,
    page: v.pipe(v.number(), v.integer(), v.minValue(1)),
    quads: v.pipe(v.array(quad), v.maxLength(5000)),
  }),
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(v.string(), v.maxLength(200_000)),
    prefix: v.pipe(v.string(), v.maxLength(256)),
    suffix: v.pipe(v.string(), v.maxLength(256)),
    normalisation: v.pipe(v.number(), v.integer()),
  }),
  v.object({
    type: v.literal('TextPositionSelector'),
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    end: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({
    type: v.literal('NearbyTextSelector'),
    exact: v.pipe(v.string(), v.maxLength(10_000)),
    prefix: v.pipe(v.string(), v.maxLength(256)),
    suffix: v.pipe(v.string(), v.maxLength(256)),
    normalisation: v.pipe(v.number(), v.integer()),
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    quads: v.pipe(v.array(quad), v.maxLength(500)),
  }),
]);

export const sourceSchema = v.variant('type', [
  v.object({ type: v.literal('meeting') }),
  v.object({ type: v.literal('item'), item: uuid }),
  v.object({ type: v.literal('document'), document: uuid, item: v.nullable(uuid) }),
  v.object({ type: v.literal('briefing'), briefing: uuid }),
  v.object({ type: v.literal('point'), briefing: uuid, point: uuid }),
  v.object({ type: v.literal('keyFigure'), briefing: uuid, keyFigure: uuid }),
  v.object({ type: v.literal('commitment'), briefing: uuid, commitment: uuid }),
]);

export const annotationTargetSchema = v.object({
  meeting: uuid,
  source: sourceSchema,
  selectors: v.pipe(v.array(selectorSchema), v.maxLength(200)),
});

const noteText = v.pipe(v.string(), v.maxLength(1_000_000));

export const annotationDraftSchema = v.object({
  kind: v.picklist(annotationKinds),
  noteClass: v.picklist(noteClasses),
  colour: v.nullable(v.picklist(highlightColours)),
  target: annotationTargetSchema,
  text: noteText,
  ...noteDetailEntries,
});

export const annotationPatchSchema = v.object({
  text: v.exactOptional(noteText),
  colour: v.exactOptional(v.picklist(highlightColours)),
  noteClass: v.exactOptional(v.picklist(noteClasses)),
  kind: v.exactOptional(v.picklist(annotationKinds)),
  target: v.exactOptional(annotationTargetSchema),
  inTray: v.exactOptional(v.boolean()),
  ...noteDetailEntries,
});
