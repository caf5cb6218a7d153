import fs from 'node:fs/promises';
import mammoth from 'mammoth';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { fitsInMemory } from './officeZip.ts';

const mostPictureBytes = 8 * 2 ** 20;
const shownPictures = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** The text of a Word file as a web page's body: headings, lists, tables, pictures; no layout. Fails with convertFailed. */
export async function wordHtml(file: string, name: string): Promise<Result<string>> {
  if (!(await fitsInMemory(file))) return failure('convertFailed', { file: name });
  try {
    const buffer = await fs.readFile(file);
    const converted = await mammoth.convertToHtml(
      { buffer },
      {
        convertImage: mammoth.images.imgElement(async (image) => {
          const bytes = await image.readAsBase64String();
          const isShown = shownPictures.has(image.contentType) && bytes.length <= mostPictureBytes;
          return { src: isShown ? `data:${image.contentType};base64,${bytes}` : '' };
        }),
      },
    );
    return ok(withoutForeignLinks(converted.value));
  } catch {
    // Whatever is wrong with it: this is the outcome of reading somebody's file, and told as such.
    return failure('convertFailed', { file: name });
  }
}

const withoutForeignLinks = (html: string): string =>
  html.replace(/\shref="(?!https?:|mailto:|#)[^"]*"/giu, '');
