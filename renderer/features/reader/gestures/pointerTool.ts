import { createStore } from 'zustand/vanilla';

/**
 * What the pointer does on a page: selects words, moves the pages, draws, takes away what was drawn, writes, or marks an
 * area. The same in every document, until the app is closed.
 */
export const pointerTools = ['select', 'hand', 'ink', 'eraser', 'text', 'area'] as const;
export type PointerTool = (typeof pointerTools)[number];

export const pointerTool = createStore<PointerTool>(() => 'select');

/** The tools that make or take away notes on the page itself. */
export const pageTools = ['ink', 'eraser', 'text', 'area'] as const satisfies readonly PointerTool[];
export type PageTool = (typeof pageTools)[number];

export const isPageTool = (tool: PointerTool): tool is PageTool => pageTools.some((each) => each === tool);
