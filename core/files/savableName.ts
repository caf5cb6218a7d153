// Characters that Windows refuses in names, and all controls.
const refused = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;

/**
 * What of anybody's words every file system takes in a name: no path, no controls, no dots at the ends, at most `most`
 * UTF-16 units. May be empty; names of devices are not looked for.
 */
export const savableWords = (words: string, most = 100): string =>
  words
    .replace(refused, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .replace(/^\.+|[. ]+$/g, '');

/** `stem.pdf`, or `stem (2).pdf` and on while the name is among those taken, whatever its capitals; it is taken then. */
export function freeName(stem: string, extension: string, taken: Set<string>): string {
  let name = `${stem}${extension}`;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem} (${count})${extension}`;
  taken.add(name.toLowerCase());
  return name;
}
