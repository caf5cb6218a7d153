import * as v from 'valibot';

const uuidOrNull = v.nullable(v.pipe(v.string(), v.uuid()));

export const readingPlaceSchema = v.object({
  itemId: uuidOrNull,
  briefingId: uuidOrNull,
  documentId: uuidOrNull,
});

/** What stands beside the place being read. */
export const besideSchema = v.object({
  place: readingPlaceSchema,
  half: v.picklist(['left', 'right']),
  /** The two scroll together. */
  isLinked: v.boolean(),
});

export const zoomSchema = v.variant('mode', [
  v.object({ mode: v.literal('width') }),
  v.object({ mode: v.literal('page') }),
  v.object({ mode: v.literal('percent'), percent: v.pipe(v.number(), v.minValue(10), v.maxValue(1000)) }),
]);

export const documentPositionSchema = v.object({
  page: v.pipe(v.number(), v.integer(), v.minValue(1)),
  offset: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  zoom: zoomSchema,
  quarterTurns: v.optional(v.picklist([0, 1, 2, 3])),
});
