import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';
import type { StructureElement } from './structureElement.ts';
import { pdfiumStrings } from './structureStrings.ts';

/** Deeper or larger trees are hostile; what lies beyond is left out. */
const maxDepth = 60;
const maxElements = 20_000;
const maxKids = 10_000;
const maxSpan = 200;
const maxAttributes = 16;
const scopes: Readonly<Record<string, StructureElement['scope']>> = {
  Column: 'column',
  Row: 'row',
  Both: 'both',
};

/** What of the structure tree lies on a loaded page (FPDF_PAGE). Empty when the file has none. */
export function readStructureTree(
  module: PdfiumModule,
  heap: PdfiumHeap,
  page: number,
): readonly StructureElement[] {
  const tree = module.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return [];
  const strings = pdfiumStrings(heap);
  const number = heap.allocate(4);
  let left = maxElements;

  /** The value of an attribute (a pointer), 0 without it. */
  const attribute = (element: number, name: string): number => {
    const count = Math.min(maxAttributes, module.FPDF_StructElement_GetAttributeCount(element));
    for (let i = 0; i < count; i++) {
      const attributes = module.FPDF_StructElement_GetAttributeAtIndex(element, i);
      const value = attributes === 0 ? 0 : module.FPDF_StructElement_Attr_GetValue(attributes, name);
      if (value !== 0) return value;
    }
    return 0;
  };

  const span = (element: number, name: string): number => {
    const value = attribute(element, name);
    if (value === 0 || !module.FPDF_StructElement_Attr_GetNumberValue(value, number)) return 1;
    const found = Math.round(heap.float(number));
    return found >= 1 && found <= maxSpan ? found : 1;
  };

  const scope = (element: number): StructureElement['scope'] => {
    const value = attribute(element, 'Scope');
    const named = strings.read((buffer, length) =>
      value !== 0 && module.FPDF_StructElement_Attr_GetStringValue(value, buffer, length, number)
        ? heap.word(number)
        : 0,
    );
    return Object.hasOwn(scopes, named) ? (scopes[named] ?? null) : null;
  };

  const kids = (element: number, depth: number): (StructureElement | number)[] => {
    const found: (StructureElement | number)[] = [];
    const count = depth < maxDepth ? Math.min(maxKids, module.FPDF_StructElement_CountChildren(element)) : 0;
    for (let i = 0; i < count && left > 0; i++) {
      const child = module.FPDF_StructElement_GetChildAtIndex(element, i);
      const mark = child === 0 ? module.FPDF_StructElement_GetChildMarkedContentID(element, i) : -1;
      if (child !== 0) found.push(read(child, depth + 1));
      else if (mark >= 0) found.push(mark);
    }
    return found;
  };

  const read = (element: number, depth: number): StructureElement => {
    left -= 1;
    const type = strings.read((buffer, length) => module.FPDF_StructElement_GetType(element, buffer, length));
    const isCell = type === 'TH' || type === 'TD';
    return {
      type,
      language: strings.read((buffer, length) => module.FPDF_StructElement_GetLang(element, buffer, length)),
      alternative:
        strings.read((buffer, length) => module.FPDF_StructElement_GetAltText(element, buffer, length)) ||
        strings.read((buffer, length) => module.FPDF_StructElement_GetActualText(element, buffer, length)),
      scope: isCell ? scope(element) : null,
      columnSpan: isCell ? span(element, 'ColSpan') : 1,
      rowSpan: isCell ? span(element, 'RowSpan') : 1,
      kids: kids(element, depth),
    };
  };

  const roots: StructureElement[] = [];
  const count = Math.min(maxKids, module.FPDF_StructTree_CountChildren(tree));
  for (let i = 0; i < count && left > 0; i++) {
    const child = module.FPDF_StructTree_GetChildAtIndex(tree, i);
    if (child !== 0) roots.push(read(child, 0));
  }
  heap.free(number);
  strings.free();
  module.FPDF_StructTree_Close(tree);
  return roots;
}
