import * as v from 'valibot';
import type { BereddError } from '../errors.ts';

export const languages = ['sv', 'en'] as const;
export const languageSchema = v.picklist(languages);
export type Language = (typeof languages)[number];

export const themes = ['system', 'light', 'dark'] as const;
export const themeSchema = v.picklist(themes);
export type Theme = (typeof themes)[number];

/** Widths in CSS pixels. */
export const layoutSchema = v.object({
  agendaWidth: v.pipe(v.number(), v.minValue(180), v.maxValue(900)),
  notesWidth: v.pipe(v.number(), v.minValue(180), v.maxValue(900)),
  agendaShown: v.boolean(),
  notesShown: v.boolean(),
});
export type Layout = v.InferOutput<typeof layoutSchema>;

export const defaultLayout: Layout = {
  agendaWidth: 340,
  notesWidth: 320,
  agendaShown: true,
  notesShown: true,
};

/** What the window needs before it can draw anything. */
export interface AppState {
  readonly language: Language;
  readonly theme: Theme;
  readonly layout: Layout;
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The profile is open and can be written, or why not: then the window shows only that and the way out. */
  readonly profile: { readonly ok: true; readonly folder: string } | { readonly ok: false; readonly error: BereddError };
}
