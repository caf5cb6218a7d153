import type { PageLook } from '../observed.ts';
import type { StartSign } from './startSign.ts';
import { sign } from './startSign.ts';

const sizeTolerance = 4;
const a4 = { short: 595, long: 842 };
const nearA4 = (page: PageLook): boolean =>
  Math.abs(Math.min(page.width, page.height) - a4.short) < 20 &&
  Math.abs(Math.max(page.width, page.height) - a4.long) < 55;

/** Page size, letters, emptiness, and sentences that go on. `before` are the pages before, the nearest last. */
export function looksSigns(page: PageLook, before: readonly PageLook[]): readonly StartSign[] {
  const previous = before.at(-1);
  if (previous === undefined) return [];
  const signs = sizeSigns(page, previous);
  const [empty, wasEmpty] = [page.letterCount === 0, previous.letterCount === 0];
  if (page.isBlank) return [...signs, sign('heading', -2)];
  if (empty) return [...signs, sign('heading', wasEmpty ? -1.2 : 1.8)];
  if (wasEmpty) signs.push(sign('heading', 0.8));
  if (signatures.test(page.text)) signs.push(sign('text', -8));
  if (isCover(page) && !isCover(previous)) signs.push(sign('heading', 2.2));
  if (isCover(previous) && !isCover(page)) signs.push(sign('heading', -1.5));
  if (Math.abs(page.bodySize - previous.bodySize) >= 1) signs.push(sign('heading', 0.7));
  signs.push(...headingSigns(page, before));
  if (goesOn(previous, page)) signs.push(sign('text', -1.8));
  if (signsOff(previous)) signs.push(sign('text', 1.2));
  if (laterChapter.test(page.first[0]?.text ?? '')) signs.push(sign('heading', -1.6));
  return signs;
}

function sizeSigns(page: PageLook, previous: PageLook): StartSign[] {
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= sizeTolerance;
  if (isSame(page.width, previous.width) && isSame(page.height, previous.height))
    // Slides and drawings keep their unusual size.
    return nearA4(page) ? [] : [sign('heading', -2)];
  const isTurned = isSame(page.width, previous.height) && isSame(page.height, previous.width);
  // Most often an attachment in the width of the same document.
  if (isTurned) return [sign('heading', page.width > page.height ? 0 : 0.8)];
  return [sign('heading', nearA4(page) && nearA4(previous) ? 1 : 2.4)];
}

/** The receipt that signing services add at the end. */
const signatures =
  /(?:signaturerna i detta dokument|undertecknare.{0,200}(?:penneo|scrive|bankid)|verifikat(?:ion)?\s.{0,80}scrive|digital(?:t|a)? sign(?:erad|eringar)|signing certificate)/isu;
const laterChapter = /^(?:[2-9]|1\d)(?:\.\d{1,2}){0,3}\.?\s{1,6}\p{Lu}/u;

const largeHead = 1.6;
const chapterTolerance = 0.12;

function headingSigns(page: PageLook, before: readonly PageLook[]): readonly StartSign[] {
  const large = largestHead(page);
  const others = before.map(largestHead);
  // Headings of one size on several pages are chapters of one document.
  const isChapter = others.some((other) => Math.abs(other - large) <= chapterTolerance * large);
  const wasLarge = others.at(-1) ?? 0;
  const signs: StartSign[] = [];
  if (large >= largeHead && !isChapter && large > wasLarge * 1.25) signs.push(sign('heading', 1.6));
  if (large >= largeHead && !isChapter && page.letterCount < 500) signs.push(sign('heading', 1.2));
  const previous = before.at(-1);
  const isFirstTitle =
    !before.slice(-2).some(opensWithTitle) || (previous !== undefined && signsOff(previous));
  if (large < largeHead && opensWithTitle(page) && isFirstTitle) signs.push(sign('heading', 0.9));
  return signs;
}

/** A sheet with little but large letters. */
const isCover = (page: PageLook): boolean =>
  nearA4(page) && page.bodySize >= 18 && page.letterCount > 0 && page.letterCount < 400;

/** The largest line of the upper part, in sizes of ordinary letters. */
const largestHead = (page: PageLook): number => {
  const usual = page.bodySize > 0 ? Math.max(9, Math.min(page.bodySize, 16)) : 11;
  const sizes = page.first
    .slice(0, 8)
    .filter(({ text }) => /\p{L}{3}/u.test(text))
    .map(({ size }) => size);
  return Math.max(0, ...sizes) / usual;
};

/** The first line with words stands in larger letters and is no sentence. */
function opensWithTitle(page: PageLook): boolean {
  const line = page.first.find(({ text }) => (text.match(/\p{L}/gu) ?? []).length >= 6);
  return (
    line !== undefined &&
    line.size >= 1.08 * page.bodySize &&
    line.text.length <= 110 &&
    /^\p{Lu}/u.test(line.text) &&
    !/[.!:;,]$/.test(line.text)
  );
}

/** A sentence that does not end on the page before and begins small on this one. */
function goesOn(previous: PageLook, page: PageLook): boolean {
  const words = (lines: PageLook['first']): readonly string[] =>
    lines.map(({ text }) => text.trim()).filter((text) => text.length > 30);
  const begins = words(page.first)[0] ?? '';
  const ends = words(previous.last).at(-1) ?? '';
  return /^\p{Ll}/u.test(begins) && !/[.!?:]$/.test(ends);
}

const names =
  /^(?:för \p{Lu}[\p{L} ]+|(?:\p{Lu}[\p{L}’'-]+\s){1,3}\p{Lu}[\p{L}’'-]+(?:\s?\(\p{Lu}[\p{L}]{0,3}\))?(?:[\t,;]+\s?(?:\p{Lu}[\p{L}’'-]+\s){1,3}\p{Lu}[\p{L}’'-]+(?:\s?\(\p{Lu}[\p{L}]{0,3}\))?)*)$/u;

/** The page before ends with the names of those who wrote it. */
const signsOff = (page: PageLook): boolean => page.last.slice(-2).some(({ text }) => names.test(text.trim()));
