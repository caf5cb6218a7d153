import * as v from 'valibot';
import type { BereddError } from '../errors.ts';
import type { ComfortSettings } from './comfortSettings.ts';
import type { TextViewSettings } from './textViewSettings.ts';

export const languages = ['sv', 'en'] as const;
export const languageSchema = v.picklist(languages);
export type Language = (typeof languages)[number];

export const themes = ['system', 'light', 'dark'] as const;
export const themeSchema = v.picklist(themes);
export type Theme = (typeof themes)[number];

/** How pages stand: one below the other, one at a time, or two beside each other as in a book. */
export const pageModes = ['continuous', 'single', 'facing'] as const;
export type PageMode = (typeof pageModes)[number];

/** Widths in CSS pixels. What is left out is as `layoutDefaults` says: it came later than the first profiles. */
export const layoutSchema = v.object({
  agendaWidth: v.pipe(v.number(), v.minValue(180), v.maxValue(900)),
  notesWidth: v.pipe(v.number(), v.minValue(180), v.maxValue(900)),
  agendaShown: v.boolean(),
  notesShown: v.boolean(),
  pageMode: v.optional(v.picklist(pageModes)),
  /** In `facing`: page 1 stands alone, as a cover does. */
  firstPageAlone: v.optional(v.boolean()),
  /** What stands beside the pages for finding one's way. */
  navigation: v.optional(v.picklist(['none', 'thumbnails', 'outline'])),
  navigationWidth: v.optional(v.pipe(v.number(), v.minValue(140), v.maxValue(480))),
  /** Share of the middle that the left of two documents side by side gets. */
  firstSideShare: v.optional(v.pipe(v.number(), v.minValue(0.2), v.maxValue(0.8))),
});
export type Layout = v.InferOutput<typeof layoutSchema>;

export const defaultLayout: Layout = {
  agendaWidth: 340,
  notesWidth: 320,
  agendaShown: true,
  notesShown: true,
};

/** What is shown while the person has chosen nothing else. */
export const layoutDefaults = { pageMode: 'continuous', firstPageAlone: false, firstSideShare: 0.5 } as const;

/** What the window needs before it can draw anything. */
export interface AppState {
  readonly language: Language;
  readonly theme: Theme;
  readonly layout: Layout;
  /** Left out: as `defaultTextView`. */
  readonly textView?: TextViewSettings | undefined;
  /** Left out: as `defaultComfort`. */
  readonly comfort?: ComfortSettings | undefined;
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The profile is open and can be written, or why not: then the window shows only that and the way out. */
  readonly profile:
    { readonly ok: true; readonly folder: string } | { readonly ok: false; readonly error: BereddError };
}
