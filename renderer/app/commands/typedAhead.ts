/** Nobody types for longer before what was asked for is there. */
const longestMs = 2000;

/**
 * Keeps what is typed between asking for a field and its being there, so that no letter of it is taken for a command.
 * Returns what ends it and gives the letters; it ends by itself after two seconds.
 */
export function keepTyped(
  target: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
): () => string {
  let typed = '';
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const stop = (): void => target.removeEventListener('keydown', listen, true);
  target.addEventListener('keydown', listen, true);
  const timer = setTimeout(stop, longestMs);
  return () => {
    clearTimeout(timer);
    stop();
    return typed;
  };
}
