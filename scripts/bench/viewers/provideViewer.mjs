/**
 * What is done with either viewer, and how it is timed: the same code for both. `shown(page)` resolves when the page's drawing
 * and its text layer are in the page; the first page and far jumps count until the frame with them is handed on.
 */
export function provideViewer({ open, goTo, shown, scroller }) {
  const frameHandedOn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

  const timed = async (work) => {
    const before = performance.now();
    await work();
    return performance.now() - before;
  };

  /** Scrolls evenly through `pages` pages, and watches how long the main thread is away. */
  async function scroll(pages, pageCount, msPerPage) {
    const element = scroller();
    const distance = (element.scrollHeight / pageCount) * pages;
    const gaps = { longestMs: 0, over16: 0, over50: 0 };
    let isOver = false;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      const gap = now - last;
      last = now;
      gaps.longestMs = Math.max(gaps.longestMs, gap);
      if (gap > 16) gaps.over16 += 1;
      if (gap > 50) gaps.over50 += 1;
      if (!isOver) setTimeout(tick, 0);
    };
    setTimeout(tick, 0);
    await new Promise((resolve) => {
      let place = element.scrollTop;
      let before = performance.now();
      const step = (now) => {
        place += ((now - before) / msPerPage) * (distance / pages);
        before = now;
        element.scrollTop = place;
        if (place < distance) requestAnimationFrame(step);
        else resolve();
      };
      requestAnimationFrame(step);
    });
    isOver = true;
    return gaps;
  }

  window.viewer = {
    first: (file, pageCount) =>
      timed(async () => {
        open(file, pageCount);
        await shown(1);
        await frameHandedOn();
      }),
    /** Since the page was navigated to. */
    sinceNavigation: async (file) => {
      open(file);
      await shown(1);
      await frameHandedOn();
      return performance.now();
    },
    far: async (pages) => {
      const times = [];
      for (const page of pages) {
        times.push(
          await timed(async () => {
            goTo(page);
            await shown(page);
            await frameHandedOn();
          }),
        );
        // What the viewer draws around the page must not fall into the next jump.
        await new Promise((resolve) => setTimeout(resolve, 600));
      }
      return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
    },
    many: (pages) =>
      timed(async () => {
        for (let page = 1; page <= pages; page++) {
          goTo(page);
          await shown(page);
        }
      }),
    scroll,
  };
}
