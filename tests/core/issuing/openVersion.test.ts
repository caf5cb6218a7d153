import { describe, expect, test } from 'vitest';
import { openVersion } from '../../../core/issuing/openVersion.ts';
import { buildTestPack } from '../../support/packBuilder.ts';

const shared = new TextEncoder().encode('%PDF-1.4 one file, two documents');

describe('the open version of a pack', () => {
  test('holds open documents once each, under names that do not repeat', async () => {
    const { manifest } = await buildTestPack({
      agenda: [
        { title: 'Detaljplan', documents: [{ title: 'Skrivelse', path: 'docs/a/skrivelse.pdf' }] },
        { title: 'Budget', documents: [{ title: 'Skrivelse två', path: 'docs/a-skrivelse/pdf.pdf' }] },
        { title: 'Taxa', documents: [{ title: 'Skrivelse tre', path: 'docs/a/skrivelse-pdf.pdf' }] },
      ],
    });
    const { documents } = openVersion(manifest, 'handlingar');
    expect(documents.map(({ href }) => href)).toEqual([
      'handlingar/a-skrivelse.pdf',
      'handlingar/a-skrivelse-pdf.pdf',
      'handlingar/a-skrivelse-pdf-2.pdf',
    ]);
  });

  test('leaves out documents with personal data, and a file of which any part holds some', async () => {
    const { manifest } = await buildTestPack({
      agenda: [
        {
          title: 'Bygglov',
          documents: [
            { title: 'Ansökan', personalData: true },
            { title: 'Karta' },
            { title: 'Del ett', bytes: shared, pages: { from: 1, to: 1 }, pageCount: 1 },
            { title: 'Del två', bytes: shared, pages: { from: 2, to: 2 }, pageCount: 1, personalData: true },
          ],
        },
      ],
    });
    const open = openVersion(manifest, 'handlingar');
    expect(open.documents.map(({ document }) => document.title)).toEqual(['Karta']);
    expect(open.personalData).toBe(3);
  });

  test('holds nothing of a sealed item', async () => {
    const { manifest } = await buildTestPack({
      agenda: [
        { title: 'Öppet', documents: [{ title: 'Öppen handling' }] },
        { title: 'Sekretessärende', sealed: {} },
      ],
    });
    const open = openVersion(manifest, 'handlingar');
    expect(open.sealedItems).toBe(1);
    expect(open.documents).toHaveLength(1);
    expect(JSON.stringify(open.documents)).not.toContain('sealed/');
  });
});
