import * as v from 'valibot';

/** What pages are shown on: as printed, warm, light on dark, or white on black. */
export const pageColourNames = ['paper', 'sepia', 'dark', 'contrast'] as const;
export type PageColourName = (typeof pageColourNames)[number];

/** CSS pixels. */
export const rulerHeights = { least: 20, most: 240, step: 12 } as const;
/** 1 is as fast as the voice speaks by itself. */
export const speechRates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** What makes reading easier on the eyes, and reading aloud. */
export const comfortSettingsSchema = v.object({
  pageColours: v.picklist(pageColourNames),
  /** Pages that are one picture are shown in the page colours too. */
  recoloursScans: v.boolean(),
  isRulerShown: v.boolean(),
  /** CSS pixels. */
  rulerHeight: v.pipe(v.number(), v.minValue(rulerHeights.least), v.maxValue(rulerHeights.most)),
  speechRate: v.pipe(v.number(), v.minValue(0.5), v.maxValue(3)),
  /** The system's id of the chosen voice, by language ("sv"). */
  voices: v.record(v.pipe(v.string(), v.maxLength(3)), v.pipe(v.string(), v.maxLength(500))),
});
export type ComfortSettings = v.InferOutput<typeof comfortSettingsSchema>;

export const defaultComfort: ComfortSettings = {
  pageColours: 'paper',
  recoloursScans: false,
  isRulerShown: false,
  rulerHeight: 56,
  speechRate: 1,
  voices: {},
};

/** The next speed offered, faster or slower; the same at the ends. */
export function steppedRate(rate: number, step: 1 | -1): number {
  const next =
    step === 1
      ? speechRates.find((candidate) => candidate > rate)
      : speechRates.findLast((candidate) => candidate < rate);
  return next ?? rate;
}

/** A ruler so much higher or lower, within what is allowed. */
export function steppedRuler(height: number, step: 1 | -1): number {
  const { least, most, step: by } = rulerHeights;
  return Math.max(least, Math.min(most, height + step * by));
}
