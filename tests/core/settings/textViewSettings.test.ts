import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { emptyLibrary, libraryDataSchema } from '../../../core/library/libraryData.ts';
import {
  defaultTextView,
  letterSizes,
  steppedLetterSize,
  textViewSettingsSchema,
} from '../../../core/settings/textViewSettings.ts';

describe('settings of the text view', () => {
  it('are absent in profiles from before them and stored in the others', () => {
    const before = emptyLibrary();
    expect(v.safeParse(libraryDataSchema, before).success).toBe(true);
    const after = { ...before, settings: { ...before.settings, textView: defaultTextView } };
    expect(v.parse(libraryDataSchema, after).settings.textView).toEqual(defaultTextView);
  });

  it('refuse a size that nobody could have chosen', () => {
    expect(v.safeParse(textViewSettingsSchema, { ...defaultTextView, letterSize: 4000 }).success).toBe(false);
  });

  it('step through the sizes and stop at the ends', () => {
    expect(steppedLetterSize(18, 1)).toBe(20);
    expect(steppedLetterSize(19, -1)).toBe(18);
    expect(steppedLetterSize(Math.max(...letterSizes), 1)).toBe(Math.max(...letterSizes));
    expect(steppedLetterSize(Math.min(...letterSizes), -1)).toBe(Math.min(...letterSizes));
  });
});
