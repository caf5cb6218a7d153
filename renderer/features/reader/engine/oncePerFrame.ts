const waiting: (() => void)[] = [];
let isFrameTaken = false;

/**
 * Does one piece of work a frame, the first at once: copying a page into its canvas takes milliseconds, and scrolling must
 * not wait for two.
 */
export function oncePerFrame(work: () => void): void {
  waiting.push(work);
  if (!isFrameTaken) doNext();
}

function doNext(): void {
  const work = waiting.shift();
  isFrameTaken = work !== undefined;
  if (!work) return;
  requestAnimationFrame(doNext);
  work();
}
