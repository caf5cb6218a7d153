import type { RefObject } from 'react';
import type { Zoom } from '../../../core/library/views.ts';
import { quadToView } from '../../../core/pdf/pageGeometry.ts';
import { isPageTool } from './gestures/pointerTool.ts';
import { takeTool } from './pageTools/toolSettings.ts';
import { goerToWords } from './find/goToWords.ts';
import type { ReaderHandle, ReaderProps } from './readerTypes.ts';
import { readPosition } from './reports/readPosition.ts';
import type { PageRow } from './scroll/scrollLayout.ts';
import { rowOfPage } from './scroll/scrollLayout.ts';
import { clampPercent, steppedZoom } from './scroll/zoomSteps.ts';
import { linkableScroll } from './sideBySide/linkableScroll.ts';
import type { ReaderSession } from './session/ReaderSession.ts';
import type { TextViewCommands } from './textView/useTextViewMode.ts';
import type { JumpTarget } from './toolbar/parseJump.ts';

/** What the owner can ask of the reader, and what its own toolbar and keys ask. */
export interface InnerReaderHandle extends Omit<ReaderHandle, 'toggleNavigation' | 'toggleReadAloud'> {
  readonly step: (step: 1 | -1) => void;
  readonly jump: (target: JumpTarget) => 'noSuchPage' | null;
  readonly zoomAbout: (command: Parameters<ReaderHandle['zoom']>[0], point: { x: number; y: number }) => void;
}

export function createReaderHandle(
  session: ReaderSession,
  props: RefObject<ReaderProps>,
  elements: { pages: RefObject<HTMLElement | null>; jumpField: RefObject<HTMLInputElement | null> },
  textView: TextViewCommands,
): InnerReaderHandle {
  const { scroller } = session;
  let flashes = 0;

  const goTo: ReaderHandle['goTo'] = (documentId, page, quads = []) => {
    const documentIndex = session.indexOf(documentId);
    if (documentIndex < 0) return;
    props.current.onLeaving?.();
    const { layout } = scroller.store.getState();
    const row = rowOfPage(layout, documentIndex, page);
    const place = layout.rows[row];
    if (quads.length === 0 || place?.kind !== 'page') return scroller.goToPage(documentIndex, page);
    revealQuads(row, place, quads);
    session.flash.setState({ id: ++flashes, row, quads }, true);
  };

  const revealQuads = (
    index: number,
    row: PageRow,
    quads: readonly (readonly number[])[],
    geometry = session.geometry(index),
  ): void => {
    if (scroller.standIn) return scroller.standIn.reveal(index, quads);
    const [first] = quads;
    const words = first && geometry && quadToView(geometry, first);
    if (!words) return scroller.goToPage(row.documentIndex, row.page);
    scroller.reveal({
      left: row.left + words.left * row.scale,
      top: row.top + words.top * row.scale,
      width: words.width * row.scale,
      height: words.height * row.scale,
    });
  };

  const goToPackPage = (packPage: number): void => {
    const target = documentWithPackPage(packPage);
    if (!target) return props.current.onPackPageRequested(packPage);
    props.current.onLeaving?.();
    scroller.goToPage(target.documentIndex, target.page);
  };

  const documentWithPackPage = (packPage: number): { documentIndex: number; page: number } | null => {
    const documentIndex = session.documents.findIndex(
      ({ firstPackPage, pageCount }) =>
        firstPackPage !== null && packPage >= firstPackPage && packPage < firstPackPage + pageCount,
    );
    const first = session.documents[documentIndex]?.firstPackPage ?? null;
    return first === null ? null : { documentIndex, page: packPage - first + 1 };
  };

  const zoomAbout: InnerReaderHandle['zoomAbout'] = (command, point) => {
    scroller.setZoom(zoomOf(command, scroller.percent()), point);
  };

  return {
    goTo,
    goToWords: goerToWords(session, revealQuads),
    goToPackPage,
    zoomAbout,
    zoom(command) {
      if (textView.isShown()) textView.zoom(command);
      else zoomAbout(command, { x: scroller.view().width / 2, y: 0 });
    },
    toggleTextView: textView.toggle,
    takeTool(tool) {
      if (props.current.drawing === undefined && isPageTool(tool)) return;
      if (textView.isShown()) textView.toggle();
      takeTool(tool);
      elements.pages.current?.focus({ preventScroll: true });
    },
    focusJumpField() {
      elements.jumpField.current?.focus();
      elements.jumpField.current?.select();
    },
    focus: () => elements.pages.current?.focus({ preventScroll: true }),
    position: () => readPosition(session),
    goToPosition(documentId, page, offset) {
      const documentIndex = session.indexOf(documentId);
      if (documentIndex >= 0) scroller.goToPage(documentIndex, page, offset);
    },
    turnPages(step) {
      const { layout, current } = scroller.store.getState();
      const place = layout.rows[current];
      const document = place && session.documents[place.documentIndex];
      if (!document) return;
      session.turn(place.documentIndex, step);
      const here = readPosition(session);
      const page = place.kind === 'page' ? place.page : 1;
      const position = { page, offset: 0, zoom: scroller.store.getState().zoom };
      const known = here?.documentId === document.id ? here.position : position;
      props.current.onPosition(document.id, { ...known, quarterTurns: session.turns(place.documentIndex) });
    },
    scrolling: linkableScroll(scroller, elements.pages),
    step(step) {
      const { layout, current } = scroller.store.getState();
      const from = layout.rows[current]?.band;
      for (let row = current + step; row >= 0 && row < layout.rows.length; row += step) {
        const place = layout.rows[row];
        if (place?.kind === 'page' && place.band !== from)
          return scroller.goToPage(place.documentIndex, place.page);
      }
    },
    jump({ count, page }) {
      const { layout, current } = scroller.store.getState();
      const documentIndex = layout.rows[current]?.documentIndex ?? 0;
      const highest =
        count === 'pack' ? props.current.totalPackPages : (session.documents[documentIndex]?.pageCount ?? 0);
      if (page > highest) return 'noSuchPage';
      if (count === 'pack') goToPackPage(page);
      else {
        props.current.onLeaving?.();
        scroller.goToPage(documentIndex, page);
      }
      elements.pages.current?.focus({ preventScroll: true });
      return null;
    },
  };
}

function zoomOf(command: Parameters<ReaderHandle['zoom']>[0], shownPercent: number): Zoom {
  if (typeof command === 'object') return { mode: 'percent', percent: clampPercent(command.percent) };
  return command === 'in' || command === 'out' ? steppedZoom(shownPercent, command) : { mode: command };
}
