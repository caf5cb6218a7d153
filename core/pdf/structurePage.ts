import type { PageGeometry } from './pageGeometry.ts';
import { readPageCharacters } from './pageCharacters.ts';
import { pictureBoxes } from './pictureBoxes.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';
import { markedDrawings } from './structureDrawings.ts';
import { artifact, unmarked } from './structureElement.ts';
import type { TaggedPage } from './structureElement.ts';
import { boldFonts } from './structureFonts.ts';
import { pdfiumStrings } from './structureStrings.ts';
import { readStructureTree } from './structureTree.ts';

/** Marks around one object; more are hostile. */
const maxMarks = 32;

/** Reads what a loaded page (FPDF_PAGE) says and means. Null when its text cannot be read. */
export function readTaggedPage(
  module: PdfiumModule,
  heap: PdfiumHeap,
  document: number,
  page: number,
  geometry: PageGeometry,
): TaggedPage | null {
  const markOf = objectMarks(module, heap);
  const fonts = boldFonts(module, heap);
  const marks: number[] = [];
  const bold: number[] = [];
  const characters = readPageCharacters(module, heap, page, (textPage, index) => {
    const object = module.pdfium.wasmExports.FPDFText_GetTextObject(textPage, index);
    marks.push(markOf.of(object));
    bold.push(fonts.isBold(object) ? 1 : 0);
  });
  markOf.free();
  fonts.free();
  if (characters === null) return null;
  const strings = pdfiumStrings(heap);
  const language = strings.read((buffer, length) => module.FPDFCatalog_GetLanguage(document, buffer, length));
  strings.free();
  const roots = readStructureTree(module, heap, page);
  const { drawings, hasDrawings } = markedDrawings(module, heap, page);
  const pictures = roots.length > 0 || !hasDrawings ? [] : pictureBoxes(module, heap, page);
  return {
    characters: { ...characters, geometry },
    marks: Int32Array.from(marks),
    bold: Uint8Array.from(bold),
    roots,
    language,
    drawings: [...drawings, ...pictures.map((box) => ({ mark: unmarked, box }))],
    hasDrawings,
  };
}

/** The mark of each page object (FPDF_PAGEOBJECT), asked once an object: its characters share it. */
function objectMarks(module: PdfiumModule, heap: PdfiumHeap): { of(object: number): number; free(): void } {
  const known = new Map<number, number>();
  const needed = heap.allocate(4);
  const strings = pdfiumStrings(heap);

  const isArtifact = (object: number): boolean => {
    const count = Math.min(maxMarks, module.FPDFPageObj_CountMarks(object));
    for (let i = 0; i < count; i++) {
      const mark = module.FPDFPageObj_GetMark(object, i);
      const name = strings.read((buffer, length) =>
        module.FPDFPageObjMark_GetName(mark, buffer, length, needed) ? heap.word(needed) : 0,
      );
      if (name === 'Artifact') return true;
    }
    return false;
  };

  return {
    of(object) {
      if (object === 0) return unmarked;
      const held = known.get(object);
      if (held !== undefined) return held;
      const id = module.FPDFPageObj_GetMarkedContentID(object);
      const mark = isArtifact(object) ? artifact : id >= 0 ? id : unmarked;
      known.set(object, mark);
      return mark;
    },
    free() {
      heap.free(needed);
      strings.free();
    },
  };
}
