const longest = 300;

/** Files that may be longer, each with its reason. */
const allowed = {};

/** Files that hold more than one concept, judged by their length. */
export function sizeFaults(files) {
  const tooLong = files
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > longest && !(file in allowed))
    .map(
      ({ file, lines }) => `${file} has ${lines} lines: split it where concepts part (${longest} at most)`,
    );
  const names = new Set(files.map(({ file }) => file));
  const gone = Object.keys(allowed)
    .filter((file) => !names.has(file))
    .map((file) => `scripts/lib/sizeFaults.mjs allows ${file}, which does not exist`);
  return [...tooLong, ...gone];
}
