import {
  PDFName,
  concatTransformationMatrix,
  drawObject,
  popGraphicsState,
  pushGraphicsState,
  rgb,
} from '@cantoo/pdf-lib';
import type { PagesPerSheet } from '../../core/print/printOrder.ts';
import { placeIn, sheetFor } from '../../core/print/imposition.ts';
import type { AssembledPrint, PrintPage } from './AssembledPrint.ts';
import { pageForm } from './pageForm.ts';

/** Badges and stamps shrink with the page; this keeps them legible. */
const enlarged = { 2: 1.35, 4: 1.85 } as const;

/**
 * Puts the pages onto sheets, several on each, in place of the pages themselves. Returns the index of the sheet of each
 * page.
 */
export function addSheets(print: AssembledPrint, perSheet: Exclude<PagesPerSheet, 1>): readonly number[] {
  const { document, pages } = print;
  const { width, height, cells } = sheetFor(
    perSheet,
    pages.map(({ geometry }) => geometry),
  );
  for (let first = 0; first < pages.length; first += perSheet) {
    const sheet = document.addPage([width, height]);
    pages.slice(first, first + perSheet).forEach((page, at) => {
      const cell = cells[at];
      if (cell === undefined) return;
      const { matrix, covers } = placeIn(cell, page.geometry);
      const form = formOf(print, page);
      if (form !== null) {
        const name = sheet.node.newXObject('Page', form);
        sheet.pushOperators(
          pushGraphicsState(),
          concatTransformationMatrix(...matrix),
          drawObject(name),
          popGraphicsState(),
        );
      }
      print.drawOwn(page, sheet, matrix, enlarged[perSheet]);
      sheet.drawRectangle({
        x: covers.left,
        y: covers.bottom,
        width: covers.width,
        height: covers.height,
        borderColor: rgb(0.75, 0.75, 0.75),
        borderWidth: 0.4,
      });
    });
  }
  const asked = pages.length;
  for (let at = 0; at < asked; at++) document.removePage(0);
  for (const { page } of pages) page.node.delete(PDFName.of('Annots'));
  return pages.map((_, index) => Math.floor(index / perSheet));
}

/** A page whose content cannot be unpacked stays white in its frame. */
function formOf({ document }: AssembledPrint, { page, geometry }: PrintPage): ReturnType<typeof pageForm> {
  try {
    return pageForm(document, page, geometry);
  } catch {
    return null;
  }
}
