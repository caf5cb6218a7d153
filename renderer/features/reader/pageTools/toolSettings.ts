import { createStore } from 'zustand/vanilla';
import type { PointerTool } from '../gestures/pointerTool.ts';
import { isPageTool, pointerTool } from '../gestures/pointerTool.ts';
import type { InkColour, InkStroke, TextLook } from '../../../../core/annotation/noteDetails.ts';

/** Widths of the pen in points; the marker is as much wider. */
export const penWidths = [1, 2, 4] as const;
const markerTimes = 6;

/** Colours in which words can be read on white. */
export const textColours = ['black', 'blue', 'red', 'green'] as const satisfies readonly InkColour[];
export const penColours = ['black', 'blue', 'red', 'green', 'yellow'] as const satisfies readonly InkColour[];
/** Heights of letters in points. */
export const textSizes = [9, 12, 16, 24] as const;

export interface ToolSettings {
  readonly isBarShown: boolean;
  readonly penColour: InkColour;
  readonly penWidth: (typeof penWidths)[number];
  readonly textLook: TextLook;
}

/** As chosen last, the same in every document, until the app is closed. */
export const toolSettings = createStore<ToolSettings>(() => ({
  isBarShown: false,
  penColour: 'blue',
  penWidth: 2,
  textLook: { size: 12, colour: 'blue' },
}));

/** Of the ink that is in the pen now. */
export function penInk(): Pick<InkStroke, 'colour' | 'width'> {
  const { penColour, penWidth } = toolSettings.getState();
  return { colour: penColour, width: penColour === 'yellow' ? penWidth * markerTimes : penWidth };
}

/** Takes a tool; with one that draws, the bar of tools comes too. */
export function takeTool(tool: PointerTool): void {
  pointerTool.setState(tool, true);
  if (isPageTool(tool)) toolSettings.setState({ isBarShown: true });
}
