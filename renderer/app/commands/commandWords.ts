import type { MessageKey } from '../../ui/messages.tsx';
import type { WorkspaceCommand } from '../workspace/shortcuts.ts';
import type { AppCommand } from './appShortcuts.ts';
import type { ReadingCommand } from './readingCommands.ts';

export const commandGroups = [
  'everywhere',
  'going',
  'find',
  'views',
  'comfort',
  'zoom',
  'notes',
  'panes',
  'agendaEditor',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** How a command is called. */
export interface CommandWords {
  readonly name: MessageKey;
  /** Other words that people use for it, separated by spaces. */
  readonly also?: MessageKey;
  readonly group: CommandGroup;
}

/** Every command of the app and of a meeting: in the overview of keys, and in the palette. */
export const commandWords = {
  openPack: { name: 'app.keys.openPack', also: 'palette.also.openPack', group: 'everywhere' },
  showSettings: { name: 'app.keys.showSettings', also: 'palette.also.showSettings', group: 'everywhere' },
  showKeys: { name: 'app.shortcuts', also: 'palette.also.showKeys', group: 'everywhere' },
  showPalette: { name: 'palette.title', group: 'everywhere' },
  toLibrary: { name: 'app.keys.toLibrary', also: 'palette.also.toLibrary', group: 'everywhere' },
  lightTheme: { name: 'palette.lightTheme', also: 'palette.also.theme', group: 'everywhere' },
  darkTheme: { name: 'palette.darkTheme', also: 'palette.also.theme', group: 'everywhere' },
  systemTheme: { name: 'palette.systemTheme', also: 'palette.also.theme', group: 'everywhere' },
  inSwedish: { name: 'palette.inSwedish', also: 'palette.also.language', group: 'everywhere' },
  inEnglish: { name: 'palette.inEnglish', also: 'palette.also.language', group: 'everywhere' },
  toDrafts: { name: 'secretary.keys.toDrafts', also: 'secretary.also.toDrafts', group: 'everywhere' },
  newMeeting: { name: 'secretary.keys.newMeeting', also: 'secretary.also.newMeeting', group: 'everywhere' },
  reviseMeeting: { name: 'secretary.keys.revise', also: 'secretary.also.revise', group: 'everywhere' },
  copyMeeting: { name: 'secretary.keys.copy', also: 'secretary.also.copy', group: 'everywhere' },
  toBodies: { name: 'secretary.keys.toBodies', also: 'secretary.also.toBodies', group: 'everywhere' },
  print: { name: 'print.open', also: 'print.also', group: 'everywhere' },
  prepare: { name: 'preparation.open', also: 'preparation.openAlso', group: 'going' },
  digest: { name: 'preparation.digest', also: 'preparation.digest.also', group: 'going' },
  showNews: { name: 'whatsNew.keys.show', also: 'whatsNew.also', group: 'going' },
  nextItem: { name: 'app.keys.nextItem', also: 'palette.also.nextItem', group: 'going' },
  previousItem: { name: 'app.keys.previousItem', also: 'palette.also.previousItem', group: 'going' },
  goToPage: { name: 'app.keys.goToPage', also: 'palette.also.goToPage', group: 'going' },
  back: { name: 'views.back', also: 'palette.also.back', group: 'going' },
  forward: { name: 'views.forward', also: 'palette.also.forward', group: 'going' },
  find: { name: 'find.keys.open', also: 'palette.also.find', group: 'find' },
  findNext: { name: 'find.next', group: 'find' },
  findPrevious: { name: 'find.previous', group: 'find' },
  otherSide: { name: 'views.switchSide', also: 'palette.also.otherSide', group: 'views' },
  swapSides: { name: 'views.swapSides', group: 'views' },
  closeOtherSide: { name: 'views.closeOther', group: 'views' },
  linkSides: { name: 'views.linkScrolling', group: 'views' },
  fullScreen: { name: 'views.fullScreen', also: 'palette.also.fullScreen', group: 'views' },
  toggleThumbnails: { name: 'navigate.thumbnails', also: 'navigate.also.thumbnails', group: 'panes' },
  toggleOutline: { name: 'navigate.outline', also: 'navigate.also.outline', group: 'panes' },
  toggleTextView: { name: 'textView.toggle', also: 'palette.also.textView', group: 'views' },
  continuousPages: { name: 'views.mode.continuous', also: 'palette.also.pageMode', group: 'views' },
  singlePages: { name: 'views.mode.single', also: 'palette.also.pageMode', group: 'views' },
  facingPages: { name: 'views.mode.facing', also: 'palette.also.pageMode', group: 'views' },
  turnRight: { name: 'views.turnRight', also: 'palette.also.turn', group: 'views' },
  turnLeft: { name: 'views.turnLeft', also: 'palette.also.turn', group: 'views' },
  paperPages: { name: 'palette.paperPages', also: 'palette.also.colours', group: 'comfort' },
  sepiaPages: { name: 'palette.sepiaPages', also: 'palette.also.colours', group: 'comfort' },
  darkPages: { name: 'palette.darkPages', also: 'palette.also.colours', group: 'comfort' },
  contrastPages: { name: 'palette.contrastPages', also: 'palette.also.colours', group: 'comfort' },
  toggleRuler: { name: 'palette.keys.rulerShow', also: 'palette.also.ruler', group: 'comfort' },
  readAloud: { name: 'palette.keys.aloudStart', also: 'palette.also.readAloud', group: 'comfort' },
  zoomIn: { name: 'app.keys.zoomIn', also: 'palette.also.zoomIn', group: 'zoom' },
  zoomOut: { name: 'app.keys.zoomOut', also: 'palette.also.zoomOut', group: 'zoom' },
  zoomWidth: { name: 'app.keys.zoomWidth', also: 'palette.also.zoom', group: 'zoom' },
  zoomPage: { name: 'app.keys.zoomPage', also: 'palette.also.zoom', group: 'zoom' },
  noteHere: { name: 'app.keys.noteHere', also: 'palette.also.noteHere', group: 'notes' },
  questionHere: { name: 'app.keys.questionHere', also: 'palette.also.questionHere', group: 'notes' },
  allNotes: { name: 'app.keys.allNotes', also: 'palette.also.allNotes', group: 'notes' },
  selectTool: { name: 'drawing.tool.select', group: 'notes' },
  inkTool: { name: 'drawing.tool.ink', also: 'drawing.also.ink', group: 'notes' },
  eraserTool: { name: 'drawing.tool.eraser', also: 'drawing.also.eraser', group: 'notes' },
  textTool: { name: 'drawing.tool.text', also: 'drawing.also.text', group: 'notes' },
  areaTool: { name: 'drawing.tool.area', also: 'drawing.also.area', group: 'notes' },
  takeIn: { name: 'incoming.open', also: 'incoming.also', group: 'notes' },
  undo: { name: 'app.keys.undo', group: 'notes' },
  redo: { name: 'app.keys.redo', group: 'notes' },
  toggleAgenda: { name: 'app.keys.toggleAgenda', also: 'palette.also.toggleAgenda', group: 'panes' },
  toggleNotes: { name: 'app.keys.toggleNotes', also: 'palette.also.toggleNotes', group: 'panes' },
  toggleProposal: { name: 'app.keys.toggleProposal', also: 'palette.also.toggleProposal', group: 'panes' },
  nextPane: { name: 'app.keys.nextPane', group: 'panes' },
  previousPane: { name: 'palette.previousPane', group: 'panes' },
} as const satisfies Readonly<Record<AppCommand | ReadingCommand | WorkspaceCommand, CommandWords>>;
