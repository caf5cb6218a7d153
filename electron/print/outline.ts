import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { PageLabel } from './pageLabels.ts';

export interface OutlineEntry {
  readonly level: number;
  readonly title: string;
  readonly page: PDFRef;
}

interface Node {
  readonly entry: OutlineEntry;
  readonly children: Node[];
}

/** Writes bookmarks (ISO 32000-1, 12.3.3); a level that skips one counts as one deeper than what stands before it. */
export function writeOutline(document: PDFDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return;
  const { context } = document;
  const root = context.obj({ Type: 'Outlines' });
  const rootRef = context.register(root);
  writeLevel(document, root, rootRef, treeOf(entries));
  document.catalog.set(PDFName.of('Outlines'), rootRef);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function treeOf(entries: readonly OutlineEntry[]): readonly Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const entry of entries) {
    open.length = Math.min(open.length, entry.level);
    const node: Node = { entry, children: [] };
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}

/** Items are closed, so that a long meeting is seen at one glance. Returns how many of them are seen. */
function writeLevel(document: PDFDocument, parent: PDFDict, parentRef: PDFRef, nodes: readonly Node[]): void {
  const { context } = document;
  const written = nodes.map(({ entry, children }) => {
    const dictionary = context.obj({
      Title: PDFHexString.fromText(entry.title),
      Parent: parentRef,
      Dest: [entry.page, 'XYZ', null, null, null],
    });
    const ref = context.register(dictionary);
    if (children.length > 0) {
      writeLevel(document, dictionary, ref, children);
      dictionary.set(PDFName.of('Count'), PDFNumber.of(-children.length));
    }
    return { dictionary, ref };
  });
  written.forEach(({ dictionary }, at) => {
    const before = written[at - 1];
    const next = written[at + 1];
    if (before) dictionary.set(PDFName.of('Prev'), before.ref);
    if (next) dictionary.set(PDFName.of('Next'), next.ref);
  });
  const [first] = written;
  const last = written.at(-1);
  if (!first || !last) return;
  parent.set(PDFName.of('First'), first.ref);
  parent.set(PDFName.of('Last'), last.ref);
  parent.set(PDFName.of('Count'), PDFNumber.of(written.length));
}

/** Writes the names of pages that readers show beside them (ISO 32000-1, 12.4.2): pack pages where there are some. */
export function writePageLabels(document: PDFDocument, labels: readonly PageLabel[]): void {
  const nums = labels.flatMap(({ index, ...label }) => [
    PDFNumber.of(index),
    document.context.obj(
      'start' in label ? { S: 'D', St: label.start } : { P: PDFHexString.fromText(label.text) },
    ),
  ]);
  if (nums.length > 0) document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: nums }));
}
