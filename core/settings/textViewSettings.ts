import * as v from 'valibot';

export const typefaces = ['sans', 'serif'] as const;
export const lineLengths = ['short', 'medium', 'long', 'full'] as const;
export const lineSpacings = ['tight', 'normal', 'wide'] as const;
export type Typeface = (typeof typefaces)[number];
export type LineLength = (typeof lineLengths)[number];
export type LineSpacing = (typeof lineSpacings)[number];

/** Letter sizes that are offered, in CSS pixels. */
export const letterSizes = [14, 16, 18, 20, 22, 25, 28, 32, 38, 46, 56] as const;

/** How documents are shown as flowing text. */
export const textViewSettingsSchema = v.object({
  /** Documents open as text, not as pages. */
  isShown: v.boolean(),
  /** CSS pixels. */
  letterSize: v.pipe(v.number(), v.minValue(10), v.maxValue(80)),
  lineLength: v.picklist(lineLengths),
  spacing: v.picklist(lineSpacings),
  typeface: v.picklist(typefaces),
});
export type TextViewSettings = v.InferOutput<typeof textViewSettingsSchema>;

export const defaultTextView: TextViewSettings = {
  isShown: false,
  letterSize: 18,
  lineLength: 'medium',
  spacing: 'normal',
  typeface: 'sans',
};

/** The next size offered, larger or smaller; the same at the ends. */
export function steppedLetterSize(size: number, step: 1 | -1): number {
  const next =
    step === 1
      ? letterSizes.find((candidate) => candidate > size)
      : letterSizes.findLast((candidate) => candidate < size);
  return next ?? size;
}
