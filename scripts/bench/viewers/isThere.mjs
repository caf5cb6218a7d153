/** Resolves once `condition` holds and the frame that shows it has been handed on. */
export function isThere(condition) {
  return new Promise((resolve) => {
    const painted = () => requestAnimationFrame(() => setTimeout(resolve, 0));
    if (condition()) {
      painted();
      return;
    }
    const observer = new MutationObserver(() => {
      if (!condition()) return;
      observer.disconnect();
      painted();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}
