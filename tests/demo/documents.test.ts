import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { typesetPlan } from '../../scripts/demo/energyPlan/typesetPlan.mjs';
import { typesetScan } from '../../scripts/demo/scan/typesetScan.mjs';
import { typeset } from '../../scripts/demo/templates.mjs';
import { pdfFacts } from './pdfFacts.ts';

const board = new URL('../../assets/demo/board/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, board), 'utf8');
const planFolder = new URL('energiplan/plan/', board);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const asText = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('an official report', () => {
  const report = textOf('detaljplan/tjansteskrivelse.md');
  let pdf: Uint8Array;

  beforeAll(async () => {
    pdf = await typeset(report);
  });

  it('has a few pages of text', async () => {
    const { pages, characters } = await pdfFacts(pdf);
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(6);
    expect(characters).toBeGreaterThan(4000);
  });

  it('is tagged, in Swedish, with a title and text for its figures', () => {
    const text = asText(pdf);
    expect(text).toContain('/Lang (sv-SE)');
    expect(text).toContain('/DisplayDocTitle true');
    for (const tag of ['/S /H1', '/S /H2', '/S /L\n', '/S /Table', '/S /TH', '/S /Figure', '/Alt (']) {
      expect(text).toContain(tag);
    }
  });

  it('is the same, byte for byte, when set again and in another process', async () => {
    expect(sha256(await typeset(report))).toBe(sha256(pdf));
    const program = `
      import { readFileSync } from 'node:fs';
      import { typeset } from ${JSON.stringify(new URL('../../scripts/demo/templates.mjs', import.meta.url).href)};
      const source = new URL(${JSON.stringify(new URL('detaljplan/tjansteskrivelse.md', board).href)});
      process.stdout.write(await typeset(readFileSync(source, 'utf8')));`;
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      maxBuffer: 1e7,
    });
    expect(sha256(elsewhere)).toBe(sha256(pdf));
  });

  it('refuses a figure without a text alternative', async () => {
    const figure = ':::bars Kostnad\nlabels: 2025; 2026\nseries Utfall: 1; 2\n:::';
    const source = `---\ntemplate: report\ntitle: Prov\ndate: 2026-11-01\n---\n\n${figure}\n`;
    await expect(Promise.resolve().then(() => typeset(source))).rejects.toThrow('no text alternative');
  });
});

describe('the long attachment', () => {
  it('has 120 pages with text and an outline, the same on a second run', async () => {
    const pdf = await typesetPlan(planFolder);
    const { pages, characters } = await pdfFacts(pdf);
    expect(pages).toBe(120);
    expect(characters).toBeGreaterThan(100_000);
    expect(asText(pdf)).toContain('/Outlines');
    expect(sha256(await typesetPlan(planFolder))).toBe(sha256(pdf));
  }, 30_000);
});

describe('the scan', () => {
  it('has pages but no text, the same on a second run', async () => {
    const source = textOf('raddning/avtal.md');
    const pdf = await typesetScan(source);
    const { pages, characters, pagesOfOneJpeg } = await pdfFacts(pdf);
    expect(pages).toBeGreaterThanOrEqual(2);
    expect({ characters, pagesOfOneJpeg }).toEqual({ characters: 0, pagesOfOneJpeg: pages });
    expect(asText(pdf)).toContain('/ColorSpace /DeviceGray');
    expect(pdf.length).toBeLessThan(400_000);
    expect(sha256(await typesetScan(source))).toBe(sha256(pdf));
  }, 30_000);
});
