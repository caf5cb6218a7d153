// Two revisions of a meeting out of a pack: eight documents replaced, two items moved, one withdrawn.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../lib/projectRoot.mjs';
import { edited, paragraphsOf, print } from './printedAnew.mjs';

const replacedCount = 8;
/** Fewer words cannot be edited; more pages only take time. */
const [fewestLetters, mostPages] = [900, 40];

const beredd = (...args) =>
  execFileSync(process.execPath, [path.join(projectRoot, 'scripts/beredd.mjs'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, BEREDD_PASSPHRASE: 'en lång lösenfras för mätningar' },
  });

/**
 * `textOf` gives the texts of a PDF's pages. Answers the packs of both revisions, and what was done with each item of the
 * first: `withdrawn`, `moved`, and the names of files that were `replaced`.
 */
export async function meetingRevisions(pack, folder, textOf) {
  const [meeting, key] = [path.join(folder, 'meeting'), path.join(folder, 'key')];
  beredd('pack', 'extract', pack, meeting);
  const shown = JSON.parse(beredd('pack', 'show', pack, '--json'));
  fs.writeFileSync(
    path.join(meeting, 'meeting.json'),
    JSON.stringify({
      title: shown.meeting?.title ?? 'Sammanträde',
      body: 'Styrelsen',
      start: '2026-12-01T13:00:00+01:00',
      place: null,
      municipality: 'Granåsa kommun',
      office: 'Kommunkansliet',
    }),
  );
  const items = fs
    .readdirSync(meeting, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'sv', { numeric: true }));
  // Their numbers are ours, so that moving an item is another number.
  const folders = items.map((name, at) => {
    const next = `${String(at + 1).padStart(2, '0')} ${name.replace(/^§?\s*\d+[.]?\s*/, '').slice(0, 60)}`;
    fs.renameSync(path.join(meeting, name), path.join(meeting, next));
    return next;
  });
  beredd('key', 'new', '-o', key);
  const first = path.join(folder, 'revision-1.beredd');
  beredd('pack', 'build', meeting, '-o', first, '--key', key);

  const withdrawn = folders.at(-3);
  const moved = [folders[2], folders.at(-5)];
  const replaced = await replaceDocuments(
    meeting,
    folders.filter((name) => name !== withdrawn),
    textOf,
  );
  fs.rmSync(path.join(meeting, withdrawn), { recursive: true });
  moved.forEach((name, at) => {
    const title = name.slice(3);
    fs.writeFileSync(
      path.join(meeting, name, 'item.json'),
      JSON.stringify({ title, number: String(90 + at) }),
    );
    fs.renameSync(path.join(meeting, name), path.join(meeting, `${90 + at} ${title}`));
  });
  const second = path.join(folder, 'revision-2.beredd');
  beredd('pack', 'build', meeting, '-o', second, '--key', key, '--previous', first);
  return {
    first,
    second,
    withdrawn: withdrawn.slice(3),
    moved: moved.map((name) => name.slice(3)),
    replaced,
  };
}

/** The first documents with words enough, at most two of an item; gives their names. */
async function replaceDocuments(meeting, folders, textOf) {
  const replaced = [];
  for (const name of folders) {
    const files = fs.readdirSync(path.join(meeting, name)).filter((file) => file.endsWith('.pdf'));
    let ofItem = 0;
    for (const file of files) {
      if (replaced.length === replacedCount || ofItem === 2) break;
      const full = path.join(meeting, name, file);
      const pages = textOf(full);
      if (pages.length > mostPages || pages.join('').length < fewestLetters) continue;
      await print(edited(pages.flatMap(paragraphsOf)), full);
      replaced.push(`${name.slice(3)}/${file}`);
      ofItem += 1;
    }
  }
  if (replaced.length < replacedCount) throw new Error('too few documents of the meeting have words');
  return replaced;
}
