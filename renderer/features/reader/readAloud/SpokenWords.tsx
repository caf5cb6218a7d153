import { useEffect } from 'react';
import { useStore } from 'zustand';
import { flowRange } from '../../../../core/structure/flowText.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { TextFlow } from '../textView/TextFlow.ts';
import './readAloud.css';

/** Names of the two highlights in readAloud.css. */
const sentenceName = 'beredd-spoken';
const wordName = 'beredd-spoken-word';
const retryMs = 150;
const maxTries = 20;

/** The sentence being read, in the text view; the view follows. Draws nothing itself: the browser highlights the words. */
export function SpokenWords({ flow }: { flow: TextFlow }): null {
  const { readAloud } = useReader();
  const spoken = useStore(readAloud.aloud.store, (state) => state.spoken);
  useEffect(() => {
    if (!spoken || typeof Highlight === 'undefined') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (triesLeft: number): void => {
      const { row, ranges, word } = spoken;
      const sentence = rangesOn(flow, row, ranges);
      // The words of a page come into the document a little later than its turn.
      if (sentence.length === 0 && ranges.length > 0 && triesLeft > 0)
        timer = setTimeout(() => show(triesLeft - 1), retryMs);
      CSS.highlights.set(sentenceName, new Highlight(...sentence));
      if (word) CSS.highlights.set(wordName, new Highlight(...rangesOn(flow, row, [word])));
      const root = flow.root();
      if (word === null && root && sentence[0]) follow(root, sentence[0]);
    };
    show(maxTries);
    return () => {
      clearTimeout(timer);
      CSS.highlights.delete(sentenceName);
      CSS.highlights.delete(wordName);
    };
  }, [flow, spoken]);
  return null;
}

function rangesOn(flow: TextFlow, row: number, wanted: readonly TextRange[]): Range[] {
  const isWanted = (offset: number): boolean =>
    wanted.some(({ start, end }) => offset >= start && offset < end);
  return flow.elementsOf(row).flatMap((words) => {
    const piece = flow.pieceOf(words);
    const found = piece ? flowRange(piece.flow, isWanted) : [];
    return found.flatMap(({ start, end }) => domRange(words, start, end) ?? []);
  });
}

/** The letters `[start, end)` of an element's text. */
function domRange(element: Element, start: number, end: number): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before = 0;
  let isBegun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!isBegun && start < before + length) {
      range.setStart(node, start - before);
      isBegun = true;
    }
    if (isBegun && end <= before + length) {
      range.setEnd(node, end - before);
      return range;
    }
    before += length;
  }
  return null;
}

/** Scrolls when the sentence has left the view, but not when the person has scrolled far from it. */
function follow(root: HTMLElement, sentence: Range): void {
  const view = root.getBoundingClientRect();
  const { top, bottom } = sentence.getBoundingClientRect();
  const space = Math.min(96, view.height / 4);
  const distance = Math.max(view.top - bottom, top - view.bottom);
  if (distance > view.height) return;
  if (top < view.top + space || bottom > view.bottom - space)
    root.scrollTop += top - view.top - view.height / 3;
}
