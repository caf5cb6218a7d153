/** A question about copying is answered by then. */
const patienceMs = 60_000;

/**
 * Puts words on the clipboard as if they were selected and copied, which needs no permission, and is asked about like any
 * copying where what is shown came out of a seal. False when the person did not want it after all.
 */
export function copyWords(words: string): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isCopied: boolean): void => {
      clearTimeout(watch);
      document.removeEventListener('beforecopy', offer);
      document.removeEventListener('copy', copy);
      resolve(isCopied);
    };
    // Without a selection the browser asks first whether there is anything to copy.
    const offer = (event: Event): void => event.preventDefault();
    const copy = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', words);
      event.preventDefault();
      end(true);
    };
    const watch = setTimeout(() => end(false), patienceMs);
    document.addEventListener('beforecopy', offer);
    document.addEventListener('copy', copy);
    document.execCommand('copy');
  });
}
