/** A PDF of exactly these objects, the first of them number 1 and the catalogue, with a correct cross-reference table. */
export function rawPdf(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body + table + trailer, 'latin1'));
}

/** Catalogue, page tree and `count` empty pages: objects 1, 2 and 3 to 2 + count. `more` follows them. */
export function rawPages(
  count: number,
  { catalogue = '', page = '', more = [] }: { catalogue?: string; page?: string; more?: readonly string[] },
): Uint8Array {
  const ids = Array.from({ length: count }, (_, i) => `${3 + i} 0 R`);
  return rawPdf([
    `<</Type/Catalog/Pages 2 0 R ${catalogue}>>`,
    `<</Type/Pages/Count ${count}/Kids[${ids.join(' ')}]>>`,
    ...ids.map((_, i) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${i === 0 ? page : ''}>>`),
    ...more,
  ]);
}
