import type { PageGeometry } from './pageGeometry.ts';
import { readPageCharacters } from './pageCharacters.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';
import { artifact, unmarked } from './structureElement.ts';
import type { TaggedPage } from './structureElement.ts';
import { pdfiumStrings } from './structureStrings.ts';
import { readStructureTree } from './structureTree.ts';

const textObject = 1; // FPDF_PAGEOBJ_TEXT
/** Marks around one object; more are hostile. */
const maxMarks = 32;
const maxObjects = 2000;

/** Reads what a loaded page (FPDF_PAGE) says and means. Null when its text cannot be read. */
export function readTaggedPage(
  module: PdfiumModule,
  heap: PdfiumHeap,
  document: number,
  page: number,
  geometry: PageGeometry,
): TaggedPage | null {
  const markOf = objectMarks(module, heap);
  const marks: number[] = [];
  const characters = readPageCharacters(module, heap, page, (textPage, index) =>
    marks.push(markOf.of(module.pdfium.wasmExports.FPDFText_GetTextObject(textPage, index))),
  );
  markOf.free();
  if (characters === null) return null;
  const strings = pdfiumStrings(heap);
  const language = strings.read((buffer, length) => module.FPDFCatalog_GetLanguage(document, buffer, length));
  strings.free();
  return {
    characters: { ...characters, geometry },
    marks: Int32Array.from(marks),
    roots: readStructureTree(module, heap, page),
    language,
    hasDrawings: hasDrawings(module, page),
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

function hasDrawings(module: PdfiumModule, page: number): boolean {
  const count = Math.min(maxObjects, module.FPDFPage_CountObjects(page));
  for (let i = 0; i < count; i++) {
    if (module.FPDFPageObj_GetType(module.FPDFPage_GetObject(page, i)) !== textObject) return true;
  }
  return false;
}
