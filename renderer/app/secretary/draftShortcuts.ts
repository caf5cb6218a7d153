import type { CommandWords } from '../commands/commandWords.ts';

/** What can be asked for in a draft, with its keys. As in workspace/shortcuts.ts. */
export const draftShortcuts = {
  addItem: ['Mod+Enter'],
  addPart: ['Mod+Shift+Enter'],
  moveUp: ['Alt+ArrowUp'],
  moveDown: ['Alt+ArrowDown'],
  moveIn: ['Alt+ArrowRight'],
  moveOut: ['Alt+ArrowLeft'],
  splitItem: [],
  joinItems: ['Mod+J'],
  removeItem: [],
  undoEdit: ['Mod+Z'],
  redoEdit: ['Mod+Y', 'Mod+Shift+Z'],
  showPreflight: ['F8'],
  nextFinding: ['F4'],
  showMeetingHead: [],
  nextDraftPane: ['F6'],
  previousDraftPane: ['Shift+F6'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type DraftCommand = keyof typeof draftShortcuts;
export const draftCommands = Object.keys(draftShortcuts).filter(
  (name): name is DraftCommand => name in draftShortcuts,
);

/** Left alone while something is being written: they mean something else there. */
export const notWhileWriting: ReadonlySet<DraftCommand> = new Set([
  'undoEdit',
  'redoEdit',
  'moveUp',
  'moveDown',
  'moveIn',
  'moveOut',
]);

export const draftCommandWords = {
  addItem: { name: 'secretary.keys.addItem', also: 'secretary.also.addItem', group: 'agendaEditor' },
  addPart: { name: 'secretary.keys.addPart', group: 'agendaEditor' },
  moveUp: { name: 'secretary.keys.moveUp', group: 'agendaEditor' },
  moveDown: { name: 'secretary.keys.moveDown', group: 'agendaEditor' },
  moveIn: { name: 'secretary.keys.moveIn', group: 'agendaEditor' },
  moveOut: { name: 'secretary.keys.moveOut', group: 'agendaEditor' },
  splitItem: { name: 'secretary.keys.split', group: 'agendaEditor' },
  joinItems: { name: 'secretary.keys.join', group: 'agendaEditor' },
  removeItem: { name: 'secretary.keys.removeItem', group: 'agendaEditor' },
  undoEdit: { name: 'secretary.keys.undo', group: 'agendaEditor' },
  redoEdit: { name: 'secretary.keys.redo', group: 'agendaEditor' },
  showPreflight: {
    name: 'secretary.keys.preflight',
    also: 'secretary.also.preflight',
    group: 'agendaEditor',
  },
  nextFinding: {
    name: 'secretary.keys.nextFinding',
    also: 'secretary.also.preflight',
    group: 'agendaEditor',
  },
  showMeetingHead: { name: 'secretary.keys.showMeeting', group: 'agendaEditor' },
  nextDraftPane: { name: 'secretary.keys.nextPane', group: 'agendaEditor' },
  previousDraftPane: { name: 'secretary.keys.previousPane', group: 'agendaEditor' },
} as const satisfies Readonly<Record<DraftCommand, CommandWords>>;
