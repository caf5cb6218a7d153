const waiting: (() => void)[] = [];
let isAsked = false;

/** Does one piece of work a frame: copying a page into its canvas takes milliseconds, and scrolling must not wait for two. */
export function oncePerFrame(work: () => void): void {
  waiting.push(work);
  ask();
}

function ask(): void {
  if (isAsked || waiting.length === 0) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    waiting.shift()?.();
    ask();
  });
}
