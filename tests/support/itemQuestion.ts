import { testId } from './testManifest.ts';

/** A question on the second item of the test meeting, as the window asks for it. */
export const itemQuestion = {
  kind: 'question',
  noteClass: 'private',
  colour: null,
  target: {
    meeting: testId('meeting', 1),
    source: { type: 'item', item: testId('item', 2) },
    selectors: [],
  },
  text: 'Vad kostar det?',
} as const;
