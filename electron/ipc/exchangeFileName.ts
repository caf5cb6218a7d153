/** A file name made of somebody's name: letters, digits, spaces and hyphens of any script, and nothing a system forbids. */
export function exchangeFileName(name: string, extension: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain === '' ? 'Beredd' : plain}.${extension}`;
}
