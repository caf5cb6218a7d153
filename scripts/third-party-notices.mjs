// Writes THIRD-PARTY-NOTICES.md: every package whose code or data ends up in the built app, with its licence text.
// `--check` only tells whether the file is up to date.
import fs from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const target = path.join(root, 'THIRD-PARTY-NOTICES.md');

/** What our sources import; everything these depend on comes along. Build tools and Electron itself are not listed. */
const bundled = [
  '@cantoo/fontkit',
  '@cantoo/pdf-lib',
  '@embedpdf/pdfium',
  '@fontsource-variable/inter',
  '@fontsource/inter',
  '@fontsource/source-serif-4',
  '@tanstack/react-virtual',
  'age-encryption',
  'canonicalize',
  'intl-messageformat',
  'lowdb',
  'lucide-react',
  'node-diff3',
  'perfect-freehand',
  'react',
  'react-aria-components',
  'react-dom',
  'uuid',
  'valibot',
  'zustand',
];

/** Licences that a package may have and still be bundled; OFL-1.1 is for fonts only. */
const allowed = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MPL-2.0',
  '0BSD',
  'OFL-1.1',
]);

function folderOf(name, from) {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (fs.existsSync(path.join(folder, 'package.json'))) return folder;
    if (at === path.dirname(at)) return null;
  }
}

function collect(name, from, found) {
  const folder = folderOf(name, from);
  if (folder === null || found.has(folder)) return;
  const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  found.set(folder, about);
  for (const dependency of Object.keys(about.dependencies ?? {})) collect(dependency, folder, found);
}

function licenceText(folder) {
  const file = fs.readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  return file === undefined ? null : fs.readFileSync(path.join(folder, file), 'utf8').trim();
}

const found = new Map();
for (const name of bundled) collect(name, root, found);
const packages = [...found]
  .map(([folder, about]) => ({ folder, name: about.name, version: about.version, licence: about.license }))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));

const refused = packages.filter(({ licence }) => !allowed.has(licence));
if (refused.length > 0) {
  for (const { name, licence } of refused) process.stderr.write(`notices: ${name} is under ${licence}\n`);
  process.exitCode = 1;
}

// The same text (most packages of one maker share it) is printed once.
const groups = new Map();
for (const each of packages) {
  const text =
    licenceText(each.folder) ?? `Licensed under ${each.licence}; the package ships no licence file.`;
  groups.set(text, [...(groups.get(text) ?? []), each]);
}
const sections = [...groups].map(([text, group]) => {
  const names = group.map(({ name, version, licence }) => `- ${name} ${version} (${licence})`).join('\n');
  return `${names}\n\n\`\`\`text\n${text}\n\`\`\``;
});
const intro = [
  '# Third-party notices\n',
  'Beredd is licensed under the EUPL-1.2 (see LICENSE). It contains the following packages. PDFium inside `@embedpdf/pdfium` is',
  'licensed under BSD-3-Clause and Apache-2.0 by its authors. Electron and Chromium ship their own notices with the app.',
  'This page is written by `node scripts/third-party-notices.mjs`.',
].join('\n');
const page = `${intro}\n\n${sections.join('\n\n---\n\n')}\n`;

if (process.argv.includes('--check')) {
  const upToDate = fs.existsSync(target) && fs.readFileSync(target, 'utf8') === page;
  if (!upToDate) {
    process.stderr.write(
      'notices: THIRD-PARTY-NOTICES.md is not up to date: run node scripts/third-party-notices.mjs\n',
    );
    process.exitCode = 1;
  }
} else {
  fs.writeFileSync(target, page);
  process.stdout.write(`${packages.length} packages, ${groups.size} licence texts\n`);
}
