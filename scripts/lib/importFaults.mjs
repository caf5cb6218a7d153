import path from 'node:path';

const importedIn = (text) =>
  [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g),
  ].map((match) => match[1] ?? match[2]);

const partOf = (file) => file.split('/')[0];
const featureOf = (file) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1] ?? null;

/** Which parts each part may import from besides itself. */
const allowed = {
  core: [],
  electron: ['core', 'assets'],
  renderer: ['core', 'assets'],
  scripts: ['core', 'assets', 'electron'],
  tests: ['core', 'assets', 'electron', 'renderer', 'scripts'],
};
// renderer/gallery/ is a developer's page over the tests' fakes; it is not part of the app.

/** Files of the project's top folder that a part may import. */
const topFiles = ['package.json', 'LICENSE', 'THIRD-PARTY-NOTICES.md'];

/** What core/ may not do, and no type of it forbids. */
const impure = [
  [/\bDate\.now\(/, 'asks the clock: take the time as an argument'],
  [/\bnew Date\(\)/, 'asks the clock: take the time as an argument'],
  [/\bMath\.random\(/, 'throws dice: take what is random as an argument'],
];

function faultOf(file, imported) {
  const bare = imported.split('?')[0];
  if (!bare.startsWith('.')) return null;
  const target = path.posix.join(path.posix.dirname(file), bare);
  const [from, to] = [partOf(file), partOf(target)];
  if (to === 'node_modules' || file.startsWith('renderer/gallery/')) return null;
  // The benchmark mounts our reader beside another one.
  if (file.startsWith('scripts/bench/') && to === 'renderer') return null;
  if (from !== to && !topFiles.includes(target) && !allowed[from].includes(to))
    return `imports ${target}: ${from}/ may not import ${to}/`;
  const [feature, other] = [featureOf(file), featureOf(target)];
  if (feature !== null && other !== null && feature !== other && !target.endsWith('Types.ts'))
    return `imports ${target}: features do not import features; renderer/app composes them`;
  if (feature !== null && target.startsWith('renderer/app/'))
    return `imports ${target}: a feature does not know the app around it`;
  if (target.startsWith('renderer/features/') && file.startsWith('renderer/ui/'))
    return `imports ${target}: renderer/ui knows no features`;
  return null;
}

/** Imports against the layers, and clocks and dice in core/. */
export function importFaults(files) {
  return files.flatMap(({ file, text }) => [
    ...importedIn(text)
      .map((imported) => faultOf(file, imported))
      .filter((fault) => fault !== null)
      .map((fault) => `${file} ${fault}`),
    ...(partOf(file) === 'core'
      ? impure.filter(([pattern]) => pattern.test(text)).map(([, why]) => `${file} ${why}`)
      : []),
  ]);
}
