import type { ScrollRow } from '../scroll/scrollLayout.ts';

/** A page that was in view and is not any more. */
export interface PageReadTime {
  readonly documentId: string;
  /** The document's own. */
  readonly page: number;
  readonly seconds: number;
}

/** The pages below each other and what of them is in view; a reader's session fits. */
export interface PagesBelowEachOther {
  readonly documents: readonly { readonly id: string }[];
  readonly scroller: {
    readonly store: { readonly getState: () => { readonly layout: { readonly rows: readonly ScrollRow[] } } };
    readonly view: () => { readonly top: number; readonly height: number };
  };
}

export interface ReadingTime {
  /** Scrolling rests. */
  look(): void;
  stop(): void;
}

/** Nobody touches anything for so long while reading a page: then nobody reads. */
const idleMs = 3 * 60_000;
/** Shorter than this a page was passed by. */
const leastSeconds = 2;

interface Time {
  readonly documentId: string;
  readonly page: number;
  ms: number;
  /** The person was away: how long it was read is not known. */
  isBroken: boolean;
}

/**
 * How long pages are in view while the window has the focus and somebody is there; of several pages each gets the share of
 * the view that it fills. A page is told once it is out of view.
 */
export function createReadingTime(
  session: PagesBelowEachOther,
  onRead: (time: PageReadTime) => void,
  now: () => number = () => performance.now(),
): ReadingTime {
  const times = new Map<string, Time>();
  let shown: ReadonlyMap<string, number> = new Map();
  let from = now();
  let lastSign = from;
  let isHere = document.hasFocus();

  const account = (): void => {
    const at = now();
    const ms = at - from;
    from = at;
    if (!isHere) return;
    const isAway = at - lastSign > idleMs;
    for (const [key, share] of shown) {
      const time = times.get(key);
      if (time === undefined) continue;
      time.ms += ms * share;
      time.isBroken ||= isAway;
    }
  };
  const tell = ({ documentId, page, ms, isBroken }: Time): void => {
    const seconds = ms / 1000;
    if (!isBroken && seconds >= leastSeconds) onRead({ documentId, page, seconds });
  };
  const look = (): void => {
    account();
    const pages = pagesInView(session);
    shown = new Map([...pages].map(([key, { share }]) => [key, share]));
    for (const [key, time] of times) {
      if (shown.has(key)) continue;
      times.delete(key);
      tell(time);
    }
    for (const [key, { documentId, page }] of pages)
      if (!times.has(key)) times.set(key, { documentId, page, ms: 0, isBroken: false });
  };
  const sign = (): void => {
    const at = now();
    if (at - lastSign > idleMs) account();
    lastSign = at;
  };
  const came = (): void => {
    account();
    isHere = true;
    lastSign = now();
  };
  const went = (): void => {
    account();
    isHere = false;
  };
  const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
  for (const name of signs) window.addEventListener(name, sign, { capture: true, passive: true });
  window.addEventListener('focus', came);
  window.addEventListener('blur', went);
  return {
    look,
    stop() {
      account();
      for (const name of signs) window.removeEventListener(name, sign, { capture: true });
      window.removeEventListener('focus', came);
      window.removeEventListener('blur', went);
      for (const time of times.values()) tell(time);
      times.clear();
    },
  };
}

/** The pages in view and the share of what is shown of pages that each fills. */
function pagesInView(
  session: PagesBelowEachOther,
): ReadonlyMap<string, { readonly documentId: string; readonly page: number; readonly share: number }> {
  const { layout } = session.scroller.store.getState();
  const view = session.scroller.view();
  const rows = layout.rows.flatMap((row) => {
    const document = session.documents[row.documentIndex];
    const height = Math.min(row.top + row.height, view.top + view.height) - Math.max(row.top, view.top);
    if (!document || row.kind !== 'page' || height <= 0) return [];
    return [{ documentId: document.id, page: row.page, height }];
  });
  const all = rows.reduce((sum, { height }) => sum + height, 0);
  return new Map(
    rows.map(({ documentId, page, height }) => [
      `${documentId} ${page}`,
      { documentId, page, share: height / all },
    ]),
  );
}
