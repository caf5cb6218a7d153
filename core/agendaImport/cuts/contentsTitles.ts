import { headingOf } from '../documentHead.ts';
import type { PageLook } from '../observed.ts';
import { plainWords } from '../plainWords.ts';

const entry = /^(.{4,160}?)[\s.·…_]*(?:\.{3,}|…|_{3,}|\t)[\s.·…_]*\d{1,4}$/u;
const fewestEntries = 4;
const longestLine = 240;
/** A table of contents is not asked beyond so many pages. */
const reach = 150;

/**
 * Tells of a page, by its index, whether its heading stands in a table of contents before it: then it is a chapter and no
 * document of its own.
 */
export function contentsOf(pages: readonly PageLook[]): (at: number) => boolean {
  const titles = pages.map((page) => {
    const lines = [...page.first, ...page.last].map(({ text }) => text).concat(page.text.split('\n'));
    const found = lines.flatMap((line) => entry.exec(line.trim().slice(0, longestLine))?.[1] ?? []).map(bare);
    return new Set(found.length >= fewestEntries ? found : []);
  });
  return (at) => {
    const page = pages[at];
    if (page === undefined) return false;
    const heading = bare(headingOf(page) ?? '');
    const largest = bare(page.first[0]?.text ?? '');
    for (let before = at - 1; before >= Math.max(0, at - reach); before--) {
      const listed = titles[before];
      if (listed !== undefined && listed.size > 0) return listed.has(heading) || listed.has(largest);
    }
    return false;
  };
}

/** Without the chapter's number. */
const bare = (title: string): string => plainWords(title).replace(/^(?:\d+ )+/, '');
