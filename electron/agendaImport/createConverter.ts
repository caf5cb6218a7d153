import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Conversion, Converter } from './converter.ts';
import { convertWithOffice } from './convertWithOffice.ts';
import type { OfficeProgram } from './officeProgram.ts';
import { findOffice } from './officeProgram.ts';
import { openDocumentHtml } from './openDocumentHtml.ts';
import { plainPdf } from './plainPdf.ts';
import { convertedPage } from './convertedPage.ts';
import { wordHtml } from './wordHtml.ts';

export interface ConverterParts {
  /** Of this import alone; removed when it is over. */
  readonly temporary: string;
  /** LibreOffice's program; null to look for it. */
  readonly office: string | null;
  /** A PDF of a page, drawn by a window; null when there is none or it could not. */
  readonly render: (html: string) => Promise<Uint8Array | null>;
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 120_000;
/** Of the converter of our own, shown beside what it made. */
const builtInVersion = 'mammoth 1.12';

/** Converts by LibreOffice when it is here and can, else with what is built in. One file at a time. */
export function createConverter(parts: ConverterParts): Converter {
  let office: Promise<OfficeProgram | null> | null = null;
  let last = 0;
  return async (source, kind, signal) => {
    const folder = path.join(parts.temporary, `convert-${(last += 1)}`);
    await fs.mkdir(folder, { recursive: true });
    office ??= findOffice(parts.office);
    const found = await office;
    if (found !== null) {
      // Under a name of ours: what the file is called must mean nothing to another program.
      const named = path.join(folder, `document${path.extname(source.relative).toLowerCase()}`);
      await fs.copyFile(source.file, named);
      const timeoutMs = parts.timeoutMs ?? usualTimeoutMs;
      const made = await convertWithOffice({ office: found, file: named, folder, timeoutMs, signal });
      if (made.ok || made.error.code === 'cancelled') return made;
    }
    return kind === 'oldOffice'
      ? failure('convertFailed', { file: path.basename(source.relative) })
      : convertBuiltIn(source.file, path.basename(source.relative), kind, folder, parts.render);
  };
}

async function convertBuiltIn(
  file: string,
  name: string,
  kind: 'word' | 'openDocument',
  folder: string,
  render: ConverterParts['render'],
): Promise<Result<Conversion>> {
  const html = await (kind === 'word' ? wordHtml(file, name) : openDocumentHtml(file, name));
  if (!html.ok) return html;
  const title = path.parse(name).name;
  const drawn = await render(convertedPage(html.value, title));
  const pdf = path.join(folder, 'plain.pdf');
  await fs.writeFile(pdf, drawn ?? (await plainPdf(html.value, title)));
  return ok({ pdf, by: 'builtIn', version: builtInVersion });
}
