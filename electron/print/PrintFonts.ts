import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import * as fontkit from '@cantoo/fontkit';
import { fontFiles, type Weight } from './fontFiles.ts';

/** Characters in a row that one font has. */
export interface Run {
  readonly font: PDFFont;
  readonly text: string;
}

interface Part {
  readonly font: PDFFont;
  readonly characters: ReadonlySet<number>;
}

// What only says how its neighbours look; alone it shows nothing.
const invisible = /\p{Cf}|[\u{fe00}-\u{fe0f}]/gu;
/** Stands for a character that no font of ours has. */
const unknown = '?';

/** The fonts of what is written on paper. A part is only embedded when one of its characters is needed. */
export class PrintFonts {
  readonly #document: PDFDocument;
  readonly #parts: Record<Weight, Part[]> = { regular: [], strong: [] };

  constructor(document: PDFDocument) {
    this.#document = document;
    document.registerFontkit(fontkit);
  }

  /** Puts the fonts that these words need at hand, so that they can then be measured and drawn. */
  async prepare(texts: Iterable<string>, weight: Weight): Promise<void> {
    const wanted = new Set<number>();
    for (const text of texts) for (const character of clean(text)) wanted.add(character.codePointAt(0) ?? 0);
    const parts = this.#parts[weight];
    const isThere = (code: number): boolean => parts.some(({ characters }) => characters.has(code));
    while (parts.length < fontFiles[weight].length && (parts.length === 0 || ![...wanted].every(isThere))) {
      const address = fontFiles[weight][parts.length] ?? '';
      const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
      const font = await this.#document.embedFont(bytes, { subset: true });
      parts.push({ font, characters: new Set(font.getCharacterSet()) });
    }
  }

  runs(text: string, weight: Weight): readonly Run[] {
    const runs: { font: PDFFont; text: string }[] = [];
    for (const character of clean(text)) {
      const { font, shown } = this.#find(character, weight);
      const last = runs.at(-1);
      if (last?.font === font) last.text += shown;
      else runs.push({ font, text: shown });
    }
    return runs;
  }

  width(text: string, weight: Weight, size: number): number {
    return this.runs(text, weight).reduce((sum, run) => sum + run.font.widthOfTextAtSize(run.text, size), 0);
  }

  #find(character: string, weight: Weight): { font: PDFFont; shown: string } {
    const parts = this.#parts[weight];
    const code = character.codePointAt(0) ?? 0;
    const part = parts.find(({ characters }) => characters.has(code));
    const [first] = parts;
    if (first === undefined) throw new Error('words drawn before their font was prepared');
    return part === undefined ? { font: first.font, shown: unknown } : { font: part.font, shown: character };
  }
}

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\s\u2028\u2029]/gu, ' ')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
