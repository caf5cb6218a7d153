import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot.mjs';

const folders = ['core', 'electron', 'renderer', 'tests', 'scripts'];
const leftOut = ['node_modules', '.out'];

/** Paths of the files in a folder of the project, with forward slashes. */
export function filesIn(folder) {
  const at = path.join(projectRoot, folder);
  if (!fs.existsSync(at)) return [];
  return fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    if (leftOut.includes(entry.name)) return [];
    const item = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(item) : [item];
  });
}

export const readProjectFile = (file) => fs.readFileSync(path.join(projectRoot, file), 'utf8');
export const projectHas = (file) => fs.existsSync(path.join(projectRoot, file));

/** Every file of code of ours, with its text. */
export const sourceFiles = () =>
  folders
    .flatMap(filesIn)
    .filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file))
    .map((file) => ({ file, text: readProjectFile(file) }));
