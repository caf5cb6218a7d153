/** The functions of fpdf_doc.h and fpdf_text.h that tell where links and bookmarks lead. */
export interface PdfiumLinkFunctions {
  FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  FPDFBookmark_GetTitle(bookmark: number, buffer: number, length: number): number;
  FPDFBookmark_GetDest(document: number, bookmark: number): number;
  FPDFBookmark_GetAction(bookmark: number): number;
  FPDFLink_Enumerate(page: number, position: number, link: number): boolean;
  FPDFLink_GetAnnotRect(link: number, rect: number): boolean;
  FPDFLink_CountQuadPoints(link: number): number;
  FPDFLink_GetQuadPoints(link: number, index: number, quad: number): boolean;
  FPDFLink_GetDest(document: number, link: number): number;
  FPDFLink_GetAction(link: number): number;
  FPDFAction_GetType(action: number): number;
  FPDFAction_GetDest(document: number, action: number): number;
  FPDFAction_GetFilePath(action: number, buffer: number, length: number): number;
  FPDFAction_GetURIPath(document: number, action: number, buffer: number, length: number): number;
  FPDFDest_GetDestPageIndex(document: number, destination: number): number;
  FPDFDest_GetView(destination: number, count: number, numbers: number): number;
  FPDFDest_GetLocationInPage(
    destination: number,
    hasX: number,
    hasY: number,
    hasZoom: number,
    x: number,
    y: number,
    zoom: number,
  ): boolean;
  FPDFLink_LoadWebLinks(textPage: number): number;
  FPDFLink_CountWebLinks(webLinks: number): number;
  /** `length` and the result count UTF-16 units. */
  FPDFLink_GetURL(webLinks: number, index: number, buffer: number, length: number): number;
  FPDFLink_CountRects(webLinks: number, index: number): number;
  /** The numbers are doubles. */
  FPDFLink_GetRect(
    webLinks: number,
    index: number,
    rect: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
  ): boolean;
  FPDFLink_CloseWebLinks(webLinks: number): void;
  /** `length` and the result count UTF-16 units. */
  FPDFText_GetBoundedText(
    textPage: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
    buffer: number,
    length: number,
  ): number;
}

export const linkFunctionNames: readonly (keyof PdfiumLinkFunctions)[] = [
  'FPDFBookmark_GetFirstChild',
  'FPDFBookmark_GetNextSibling',
  'FPDFBookmark_GetTitle',
  'FPDFBookmark_GetDest',
  'FPDFBookmark_GetAction',
  'FPDFLink_Enumerate',
  'FPDFLink_GetAnnotRect',
  'FPDFLink_CountQuadPoints',
  'FPDFLink_GetQuadPoints',
  'FPDFLink_GetDest',
  'FPDFLink_GetAction',
  'FPDFAction_GetType',
  'FPDFAction_GetDest',
  'FPDFAction_GetFilePath',
  'FPDFAction_GetURIPath',
  'FPDFDest_GetDestPageIndex',
  'FPDFDest_GetView',
  'FPDFDest_GetLocationInPage',
  'FPDFLink_LoadWebLinks',
  'FPDFLink_CountWebLinks',
  'FPDFLink_GetURL',
  'FPDFLink_CountRects',
  'FPDFLink_GetRect',
  'FPDFLink_CloseWebLinks',
  'FPDFText_GetBoundedText',
];
