import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../core/preparation/textDocument.ts';
import { wordFile } from '../../../electron/preparation/wordFile.ts';

/** The words and styles of a Word file, as its XML has them. */
async function xmlOf(blocks: readonly TextBlock[]): Promise<string> {
  const bytes = await wordFile({ title: 'Förberedelse', language: 'sv', blocks });
  const reader = new ZipReader(new BlobReader(new Blob([bytes.slice()])));
  const entries = await reader.getEntries();
  const entry = entries.find(({ filename }) => filename === 'word/document.xml');
  if (entry === undefined || entry.directory) throw new Error('no document in the Word file');
  const xml = await entry.getData(new TextWriter());
  await reader.close();
  return xml;
}

describe('a sheet as a Word file', () => {
  test('has real headings and lists, and keeps å, ä and ö', async () => {
    const xml = await xmlOf([
      { block: 'heading', level: 2, text: '7. Detaljplan för Ängen' },
      { block: 'list', ordered: true, items: ['Planen antas.'] },
      { block: 'quote', text: 'Bullret ökar', source: 's. 4' },
    ]);
    expect(xml).toContain('w:val="Heading1"');
    expect(xml).toContain('<w:numPr>');
    expect(xml).toContain('7. Detaljplan för Ängen');
    expect(xml).toContain('Bullret ökar');
  });

  test('has pictures that say what they show', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const xml = await xmlOf([{ block: 'picture', png, width: 90, height: 60, alternative: 'Kartan <1>' }]);
    expect(xml).toContain('descr="Kartan &lt;1&gt;"');
    // 90 points in the units of Word.
    expect(xml).toContain('cx="1143000"');
  });

  test('takes any words, and leaves out what no Word file can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const xml = await xmlOf([{ block: 'paragraph', text: `a${text}<b>` }]);
        expect(xml).toContain('&lt;b&gt;');
        expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml)).toBe(false);
      }),
      { numRuns: 20, seed: 8 },
    );
  });
});
