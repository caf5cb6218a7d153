import type { MessageKey } from '../../ui/messages.tsx';

/** Where the focus is when a key means this. */
export const keyParts = [
  'library',
  'agenda',
  'pages',
  'pageTools',
  'drawn',
  'selection',
  'ruler',
  'aloud',
  'navigation',
  'noteCard',
  'noteText',
  'findBar',
  'compare',
  'preparation',
  'draftAgenda',
  'decisionPoints',
  'draftDocuments',
] as const;
export type KeyPart = (typeof keyParts)[number];

export interface PartKey {
  readonly what: MessageKey;
  /** One, or two for the two directions of what is named. */
  readonly keys: readonly string[];
  /** Either key does all of it. */
  readonly isChoice?: boolean;
}

/** Keys that a part of the window sees to by itself while it has the focus, for the overview of keys. */
export const partKeys: Readonly<Record<KeyPart, readonly PartKey[]>> = {
  library: [
    { what: 'app.keys.move', keys: ['ArrowUp', 'ArrowDown'] },
    { what: 'palette.keys.firstLast', keys: ['Home', 'End'] },
    { what: 'app.keys.open', keys: ['Enter'] },
  ],
  agenda: [
    { what: 'palette.keys.agendaMove', keys: ['ArrowUp', 'ArrowDown'] },
    { what: 'palette.keys.agendaFold', keys: ['ArrowRight', 'ArrowLeft'] },
    { what: 'palette.keys.agendaOpen', keys: ['Enter'] },
    { what: 'views.keys.openBeside', keys: ['Mod+Enter'] },
    { what: 'palette.keys.agendaNumber', keys: ['7'] },
  ],
  pages: [
    { what: 'palette.keys.screenOn', keys: ['PageDown', 'Space'], isChoice: true },
    { what: 'palette.keys.screenBack', keys: ['PageUp', 'Shift+Space'], isChoice: true },
    { what: 'palette.keys.pages', keys: ['ArrowRight', 'ArrowLeft'] },
    { what: 'views.keys.turnPages', keys: ['R', 'Shift+R'] },
    { what: 'palette.keys.handTool', keys: ['H'] },
    { what: 'palette.keys.selectTool', keys: ['V'] },
  ],
  pageTools: [
    { what: 'drawing.tool.ink', keys: ['P'] },
    { what: 'drawing.tool.eraser', keys: ['E'] },
    { what: 'drawing.tool.text', keys: ['T'] },
    { what: 'drawing.tool.area', keys: ['A'] },
    { what: 'drawing.keys.place', keys: ['Enter'] },
    { what: 'drawing.keys.leave', keys: ['Escape'] },
  ],
  drawn: [
    { what: 'drawing.keys.open', keys: ['Enter'] },
    { what: 'drawing.keys.move', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
    { what: 'drawing.keys.size', keys: ['Shift+ArrowRight', 'Shift+ArrowLeft'] },
    { what: 'drawing.keys.remove', keys: ['Delete'] },
  ],
  selection: [
    { what: 'palette.keys.selectCharacters', keys: ['Shift+ArrowRight', 'Shift+ArrowLeft'] },
    { what: 'palette.keys.selectWords', keys: ['Mod+Shift+ArrowRight', 'Mod+Shift+ArrowLeft'] },
    { what: 'palette.keys.selectLines', keys: ['Shift+ArrowDown', 'Shift+ArrowUp'] },
    { what: 'palette.keys.selectLineEnds', keys: ['Shift+Home', 'Shift+End'] },
    { what: 'palette.keys.selectPageEnds', keys: ['Mod+Shift+Home', 'Mod+Shift+End'] },
    { what: 'palette.keys.selectPage', keys: ['Mod+A'] },
    { what: 'palette.keys.selectionTools', keys: ['Tab'] },
    { what: 'palette.keys.copy', keys: ['Mod+C'] },
    { what: 'palette.keys.unselect', keys: ['Escape'] },
  ],
  ruler: [
    { what: 'palette.keys.rulerShow', keys: ['L'] },
    { what: 'palette.keys.rulerMove', keys: ['J', 'K'] },
    { what: 'palette.keys.rulerHeight', keys: ['Shift+J', 'Shift+K'] },
  ],
  aloud: [
    { what: 'palette.keys.aloudStart', keys: ['U'] },
    { what: 'palette.keys.aloudPause', keys: ['Space'] },
    { what: 'palette.keys.aloudSentence', keys: ['Mod+ArrowRight', 'Mod+ArrowLeft'] },
    { what: 'palette.keys.aloudParagraph', keys: ['Mod+ArrowDown', 'Mod+ArrowUp'] },
    { what: 'palette.keys.aloudRate', keys: ['>', '<'] },
    { what: 'comfort.aloud.stop', keys: ['Escape'] },
  ],
  navigation: [
    { what: 'palette.keys.navigationMove', keys: ['ArrowDown', 'ArrowUp'] },
    { what: 'palette.keys.navigationOpen', keys: ['Enter'] },
    { what: 'palette.keys.navigationClose', keys: ['Escape'] },
  ],
  noteCard: [
    { what: 'palette.keys.noteMove', keys: ['ArrowUp', 'ArrowDown'] },
    { what: 'palette.keys.noteGoTo', keys: ['Enter'] },
    { what: 'palette.keys.noteEdit', keys: ['F2'] },
    { what: 'palette.keys.noteRemove', keys: ['Delete'] },
    { what: 'several.keys.extend', keys: ['Shift+ArrowDown', 'Shift+ArrowUp'] },
    { what: 'several.keys.toggle', keys: ['Mod+Space'] },
    { what: 'several.keys.all', keys: ['Mod+A'] },
    { what: 'several.keys.none', keys: ['Escape'] },
  ],
  noteText: [{ what: 'palette.keys.noteDone', keys: ['Escape', 'Mod+Enter'], isChoice: true }],
  findBar: [
    { what: 'find.next', keys: ['Enter'] },
    { what: 'find.previous', keys: ['Shift+Enter'] },
    { what: 'palette.keys.findList', keys: ['ArrowDown'] },
    { what: 'find.close', keys: ['Escape'] },
  ],
  compare: [{ what: 'whatsNew.keys.step', keys: ['N', 'Shift+N'] }],
  preparation: [
    { what: 'preparation.keys.items', keys: ['ArrowRight', 'ArrowLeft'] },
    { what: 'preparation.keys.timer', keys: ['T'] },
    { what: 'preparation.keys.note', keys: ['N'] },
    { what: 'preparation.keys.leave', keys: ['Escape'] },
    { what: 'preparation.keys.movePlan', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  ],
  draftAgenda: [
    { what: 'palette.keys.agendaMove', keys: ['ArrowUp', 'ArrowDown'] },
    { what: 'palette.keys.agendaFold', keys: ['ArrowRight', 'ArrowLeft'] },
    { what: 'secretary.part.several', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
    { what: 'secretary.part.all', keys: ['Mod+A'] },
    { what: 'secretary.part.remove', keys: ['Delete'] },
    { what: 'secretary.part.drag', keys: ['Enter'] },
  ],
  decisionPoints: [
    { what: 'secretary.part.newPoint', keys: ['Enter'] },
    { what: 'secretary.part.newLine', keys: ['Shift+Enter'] },
    { what: 'secretary.part.joinPoint', keys: ['Backspace'] },
    { what: 'secretary.part.movePoint', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  ],
  draftDocuments: [{ what: 'secretary.part.moveDocument', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] }],
};
