import fs from 'node:fs';
import path from 'node:path';

/**
 * Writes one FOLDER as `beredd pack build` reads it: meeting.json, and a folder an item with its item.json and files.
 * @param {string} folder
 * @param {{ meeting: object, items: { folder: string, item: object, files: { file: string, from: string }[] }[] }} content
 */
export function writeFolder(folder, { meeting, items }) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  writeJson(path.join(folder, 'meeting.json'), meeting);
  items.forEach(({ folder: name, item, files }, index) => {
    const own = path.join(folder, `${String(index + 1).padStart(2, '0')} ${name}`);
    fs.mkdirSync(own);
    writeJson(path.join(own, 'item.json'), item);
    for (const { file, from } of files) fs.copyFileSync(from, path.join(own, file));
  });
}

const writeJson = (file, value) => fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
