/** What can be asked for everywhere, with its keys. As in workspace/shortcuts.ts; the meeting adds its own. */
export const appShortcuts = {
  showPalette: ['Mod+K', 'Mod+Shift+P'],
  openPack: ['Mod+O'],
  toLibrary: ['Mod+L'],
  toDrafts: ['Mod+Shift+K'],
  newMeeting: [],
  reviseMeeting: [],
  copyMeeting: [],
  toBodies: [],
  showSettings: ['Mod+,'],
  showKeys: ['F1', '?'],
  lightTheme: [],
  darkTheme: [],
  systemTheme: [],
  inSwedish: [],
  inEnglish: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AppCommand = keyof typeof appShortcuts;
export const appCommands = Object.keys(appShortcuts).filter(
  (name): name is AppCommand => name in appShortcuts,
);
