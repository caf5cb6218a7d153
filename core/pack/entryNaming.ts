/** The words of a text in plain lower-case letters and digits, one space between them. */
export const asciiWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const reserved = /^(con|nul|aux|prn|com[0-9]|lpt[0-9])$/;

/** The folder part of an entry, `07-detaljplan-kyrkbyn`, as the container allows it. */
export function entrySlug(text: string): string {
  const slug = asciiWords(text).replaceAll(' ', '-').slice(0, 48).replace(/-+$/, '');
  if (slug === '') return 'item';
  return reserved.test(slug) ? `${slug}-` : slug;
}

/** The file part of an entry, `tjansteskrivelse.pdf`, as the container allows it. */
export function entryFileName(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  const extension = dot <= 0 ? '' : asciiWords(fileName.slice(dot + 1)).replaceAll(' ', '');
  const stem = asciiWords(dot <= 0 ? fileName : fileName.slice(0, dot))
    .replaceAll(' ', '-')
    .slice(0, 70);
  const named = stem.replace(/-+$/, '') === '' ? 'document' : stem.replace(/-+$/, '');
  const safe = reserved.test(named) ? `${named}-` : named;
  return extension === '' ? safe : `${safe}.${extension.slice(0, 10)}`;
}

/** `docs/<slug>/<name>` under which no other entry stands; equal names get a number. The path is added to `taken`. */
export function freeEntryPath(slug: string, name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let path = `docs/${slug}/${name}`;
  for (let count = 2; taken.has(path); count++) path = `docs/${slug}/${stem}-${count}${extension}`;
  taken.add(path);
  return path;
}
