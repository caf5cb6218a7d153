import type { MergeWords } from '../../../core/annotation/mergeNotes.ts';
import { quoteOf } from '../../../core/annotation/noteList.ts';

/** Words of parts that say the value itself, so that tests see whether it is there. */
export const partWords: MergeWords = {
  stance: (stance) => `Ställningstagande: ${stance}`,
  proposalKind: (kind) => `Slag: ${kind}`,
  addressee: (to) => `Till: ${to}`,
  questionState: (state) => `Läge: ${state}`,
  due: (day) => `Senast: ${day}`,
  done: (isDone) => (isDone ? 'Klar' : ''),
  reason: (reason) => `Skäl: ${reason}`,
  quote: (note) => (quoteOf(note) === '' ? '' : `”${quoteOf(note)}” (s. 3)`),
};
