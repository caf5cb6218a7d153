// pdf.js with its find controller, as its own examples put them together.
// oxlint-disable-next-line import/no-absolute-path -- addresses of the measuring window, which serves pdf.js there
import * as pdfjs from '/pdfjs/legacy/build/pdf.min.mjs';

globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFFindController, PDFLinkService, PDFViewer } =
  await import('/pdfjs/legacy/web/pdf_viewer.mjs');
pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/legacy/build/pdf.worker.min.mjs';

const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const findController = new PDFFindController({ eventBus, linkService });
const container = document.getElementById('container');
const viewer = new PDFViewer({ container, eventBus, linkService, findController });
linkService.setViewer(viewer);

window.opened = new Promise((resolve) => eventBus.on('pagesloaded', resolve));
const pdf = await pdfjs.getDocument({ url: '/measured.pdf', standardFontDataUrl: '/pdfjs/standard_fonts/' })
  .promise;
viewer.setDocument(pdf);
linkService.setDocument(pdf);

/** Milliseconds until the text of every page has been given, several pages asked for at once. */
window.readText = async () => {
  const begun = performance.now();
  let next = 1;
  const read = async () => {
    for (let page = next++; page <= pdf.numPages; page = next++) {
      const loaded = await pdf.getPage(page);
      await loaded.getTextContent();
      loaded.cleanup();
    }
  };
  await Promise.all(Array.from({ length: 8 }, read));
  return performance.now() - begun;
};

/** Milliseconds until the first hits are told, and until every page has been searched. */
window.searchWords = (query) => {
  const begun = performance.now();
  return new Promise((resolve) => {
    let firstMs = null;
    const look = ({ matchesCount: { total } }) => {
      if (total > 0) firstMs ??= performance.now() - begun;
    };
    eventBus.on('updatefindmatchescount', look);
    eventBus.on('updatefindcontrolstate', look);
    const done = () => {
      const pages = findController.pageMatches ?? [];
      const isDone = pages.length === pdf.numPages && Object.keys(pages).length === pdf.numPages;
      if (!isDone) {
        setTimeout(done, 5);
        return;
      }
      const hits = pages.reduce((sum, page) => sum + page.length, 0);
      resolve({ firstMs: firstMs ?? performance.now() - begun, allMs: performance.now() - begun, hits });
    };
    const state = { query, caseSensitive: false, entireWord: false, highlightAll: true, findPrevious: false };
    eventBus.dispatch('find', { source: window, type: '', ...state });
    // The matches of the search before are thrown away first.
    setTimeout(done, 20);
  });
};
