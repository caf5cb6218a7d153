import { createStore } from 'zustand/vanilla';

/** What dragging on a page does: selects words, or moves the pages. The same in every document, until the app is closed. */
export type PointerTool = 'select' | 'hand';

export const pointerTool = createStore<PointerTool>(() => 'select');
