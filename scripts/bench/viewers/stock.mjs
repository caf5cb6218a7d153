// pdf.js with the components of its stock viewer, as its own examples put them together.
import * as pdfjs from './pdfjs/legacy/build/pdf.min.mjs';
import { provideViewer } from './provideViewer.mjs';

globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFLinkService, PDFViewer } = await import('./pdfjs/legacy/web/pdf_viewer.mjs');
pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/legacy/build/pdf.worker.min.mjs';

const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const container = document.getElementById('container');
const viewer = new PDFViewer({ container, eventBus, linkService });
linkService.setViewer(viewer);
eventBus.on('pagesinit', () => {
  viewer.currentScale = 1.5;
});

async function open(file) {
  const pdf = await pdfjs.getDocument({
    url: `/documents/${file}`,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
  }).promise;
  viewer.setDocument(pdf);
  linkService.setDocument(pdf);
}

const rendered = 3; // RenderingStates.FINISHED
const isShown = (page) => {
  const view = viewer.getPageView(page - 1);
  return view?.renderingState === rendered && view.div.querySelector('.textLayer .endOfContent') !== null;
};

function shown(page) {
  return new Promise((resolve) => {
    if (isShown(page)) {
      resolve();
      return;
    }
    const check = () => {
      if (!isShown(page)) return;
      for (const name of ['pagerendered', 'textlayerrendered']) eventBus.off(name, check);
      resolve();
    };
    for (const name of ['pagerendered', 'textlayerrendered']) eventBus.on(name, check);
  });
}

provideViewer({
  open: (file) => void open(file),
  goTo: (page) => viewer.scrollPageIntoView({ pageNumber: page }),
  shown,
  scroller: () => container,
});

// As a person's browser opens a file with it: its page is navigated to with the file's name.
const named = new URLSearchParams(location.search).get('file');
if (named !== null) window.opened = window.viewer.sinceNavigation(named);
