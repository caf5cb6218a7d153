// A pack of given PDF files, one item each, signed with a key of its own.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../lib/projectRoot.mjs';

/** Gives the pack's path, in a temporary folder that `remove` takes away. */
export function packOf(files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-measured-'));
  const meeting = path.join(folder, 'meeting');
  fs.mkdirSync(meeting);
  fs.writeFileSync(
    path.join(meeting, 'meeting.json'),
    JSON.stringify({
      title: 'Kommunstyrelsen',
      body: 'Kommunstyrelsen',
      start: '2026-12-01T13:00:00+01:00',
      place: null,
      municipality: 'Granåsa kommun',
      office: 'Kommunkansliet',
    }),
  );
  files.forEach((file, i) => {
    const item = path.join(meeting, `${String(i + 1).padStart(2, '0')} Ärende ${i + 1}`);
    fs.mkdirSync(item);
    fs.copyFileSync(file, path.join(item, path.basename(file)));
  });
  const beredd = (...args) =>
    execFileSync(process.execPath, [path.join(projectRoot, 'scripts/beredd.mjs'), ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, BEREDD_PASSPHRASE: 'en lång lösenfras för mätningar' },
    });
  const [key, pack] = [path.join(folder, 'key'), path.join(folder, 'measured.beredd')];
  beredd('key', 'new', '-o', key);
  beredd('pack', 'build', meeting, '-o', pack, '--key', key);
  return { pack, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
