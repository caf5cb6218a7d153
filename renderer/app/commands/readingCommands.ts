import type { RefObject } from 'react';
import type { ReaderComfort, ReaderHandle } from '../../features/reader/readerTypes.ts';
import type { Workspace } from '../workspace/Workspace.ts';

/** What can be asked of the documents and has no key that works everywhere: in the palette only. */
export const readingCommands = [
  'readAloud',
  'toggleRuler',
  'paperPages',
  'sepiaPages',
  'darkPages',
  'contrastPages',
  'continuousPages',
  'singlePages',
  'facingPages',
  'turnRight',
  'turnLeft',
  'selectTool',
  'inkTool',
  'eraserTool',
  'textTool',
  'areaTool',
] as const;
export type ReadingCommand = (typeof readingCommands)[number];

export function readingHandlers(
  workspace: Workspace,
  reader: RefObject<ReaderHandle | null>,
  { settings, onChange }: ReaderComfort,
): Readonly<Record<ReadingCommand, () => void>> {
  return {
    readAloud: () => reader.current?.toggleReadAloud(),
    toggleRuler: () => onChange({ isRulerShown: !settings.isRulerShown }),
    paperPages: () => onChange({ pageColours: 'paper' }),
    sepiaPages: () => onChange({ pageColours: 'sepia' }),
    darkPages: () => onChange({ pageColours: 'dark' }),
    contrastPages: () => onChange({ pageColours: 'contrast' }),
    continuousPages: () => void workspace.keepLayout({ pageMode: 'continuous' }),
    singlePages: () => void workspace.keepLayout({ pageMode: 'single' }),
    facingPages: () => void workspace.keepLayout({ pageMode: 'facing' }),
    turnRight: () => reader.current?.turnPages(1),
    turnLeft: () => reader.current?.turnPages(-1),
    selectTool: () => reader.current?.takeTool('select'),
    inkTool: () => reader.current?.takeTool('ink'),
    eraserTool: () => reader.current?.takeTool('eraser'),
    textTool: () => reader.current?.takeTool('text'),
    areaTool: () => reader.current?.takeTool('area'),
  };
}
