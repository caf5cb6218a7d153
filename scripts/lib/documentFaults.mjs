import { filesIn, projectHas, readProjectFile } from './sourceFiles.mjs';

const topFolders = ['core', 'electron', 'renderer', 'assets', 'tests', 'scripts', 'docs'];
/** Made by the build, so not in a fresh clone. */
const made = ['out', 'release', 'tests/.out', 'docs/performance.md'];

/** `electron/{a,b}/c.ts` stands for two paths. */
function spelledOut(text) {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/.exec(text);
  if (!match) return [text];
  const [, before, choices, after] = match;
  return choices.split(',').flatMap((choice) => spelledOut(`${before}${choice}${after}`));
}

const isPath = (text) =>
  topFolders.some((folder) => text.startsWith(`${folder}/`)) && /^[\w./{},@-]+$/.test(text);

function faultsIn(document) {
  const named = [...readProjectFile(document).matchAll(/`([^`\n]+)`/g)].map((match) => match[1]);
  const links = [...readProjectFile(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)].map(
    (match) => {
      const folder = document.split('/').slice(0, -1).join('/');
      return new URL(match[1], `file:///${folder ? `${folder}/` : ''}`).pathname.slice(1);
    },
  );
  return [...named.filter(isPath).flatMap(spelledOut), ...links.map(decodeURIComponent)]
    .map((name) => name.replace(/\/$/, ''))
    .filter((name) => !made.some((item) => name.startsWith(item)) && !projectHas(name))
    .map((name) => `${document} names ${name}, which does not exist`);
}

/** Paths and links in our documents that lead nowhere. */
export const documentFaults = () =>
  ['README.md', ...filesIn('docs').filter((file) => file.endsWith('.md'))]
    .filter(projectHas)
    .flatMap(faultsIn);
