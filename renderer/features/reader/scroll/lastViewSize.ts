import type { ViewSize } from './scrollLayout.ts';

let last: ViewSize | null = null;

/** Of the reader that was there last: the next one mostly has the same. Null before the first. */
export const lastViewSize = (): ViewSize | null => last;

export const rememberedViewSize = (size: ViewSize): ViewSize => (last = size);
