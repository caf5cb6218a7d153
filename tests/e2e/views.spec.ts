import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

const side = (page: Page, half: 'Vänster' | 'Höger'): Locator =>
  page.getByRole('group', { name: `${half} sida`, exact: true });
const pagesOf = (place: Page | Locator): Locator =>
  place.getByRole('region', { name: 'Handlingar', exact: true });
const row = (page: Page, name: RegExp): Locator =>
  page.getByRole('treegrid', { name: 'Föredragningslista' }).getByRole('row', { name }).first();
const scrolled = (pages: Locator): Promise<number> => pages.evaluate((element) => element.scrollTop);
const shownPercent = (place: Locator): Promise<string> =>
  place.getByRole('button', { name: /^Zoom/ }).first().innerText();

async function view(page: Page, line: string): Promise<void> {
  await page.getByRole('button', { name: 'Visning', exact: true }).click();
  await page
    .getByRole('menuitemcheckbox', { name: line })
    .or(page.getByRole('menuitem', { name: line }))
    .click();
}

async function dragTo(page: Page, from: Locator, x: number, y: number): Promise<void> {
  const box = await from.boundingBox();
  if (!box) throw new Error('nothing to drag');
  await page.mouse.move(box.x + 90, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + box.height / 2 + 20, { steps: 3 });
  await page.mouse.move(x, y, { steps: 5 });
  await expect(page.getByText('Öppna till vänster')).toBeVisible();
  await page.mouse.up();
}

async function twoSides(page: Page): Promise<void> {
  await row(page, /^Tjänsteskrivelse/).click();
  await row(page, /Planbeskrivning/).press('Control+Enter');
  const [left, right] = [side(page, 'Vänster'), side(page, 'Höger')];
  await expect(left.getByText('Sida 1 rad 2:').first()).toBeAttached();
  await expect(right.getByText('Sida 1 rad 2:').first()).toBeAttached();

  // Each its own zoom.
  const before = await shownPercent(left);
  await pagesOf(right).focus();
  await page.keyboard.press('Control++');
  await expect.poll(() => shownPercent(right)).not.toBe(before);
  expect(await shownPercent(left)).toBe(before);

  // Linked, they go together; let go, each for itself.
  await page.keyboard.press('Control+Shift+L');
  const start = await scrolled(pagesOf(left));
  await pagesOf(right).hover();
  await page.mouse.wheel(0, -500);
  await page.mouse.wheel(0, 700);
  await expect.poll(() => scrolled(pagesOf(left))).not.toBe(start);
  await page.keyboard.press('Control+Shift+L');
  await page.waitForTimeout(200);
  const rest = await scrolled(pagesOf(left));
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(200);
  expect(await scrolled(pagesOf(left))).toBe(rest);

  // Switched by key, then a row dragged to the left half.
  await page.keyboard.press('F4');
  await expect(pagesOf(left)).toBeFocused();
  await row(page, /^8\./).press('ArrowRight');
  const middle = await left.boundingBox();
  if (!middle) throw new Error('no left side');
  await dragTo(page, row(page, /^Svar på motion\./), middle.x + 60, middle.y + 200);
  await expect(left.getByRole('heading', { name: /Svar på motion om cykelvägar/ })).toBeVisible();
  await page.keyboard.press('Control+F4');
  await expect(left).toHaveCount(0);
}

async function backAndForward(page: Page): Promise<void> {
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { level: 2, name: /Detaljplan för Kyrkbyn/ })).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('heading', { level: 2, name: /Svar på motion/ })).toBeVisible();
}

/** The words under the marks, by where both are on the screen. */
function markedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spans = [...document.querySelectorAll('.reader-text span')];
    const found = [...document.querySelectorAll('.reader-mark span')].map((mark) => {
      const box = mark.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const under = spans.find((span) => {
        const words = span.getBoundingClientRect();
        return x > words.left && x < words.right && y > words.top && y < words.bottom;
      });
      return under?.textContent ?? '';
    });
    return [...new Set(found)];
  });
}

async function turned(page: Page): Promise<void> {
  const first = page.getByRole('group', { name: /^Sida 1 av 2/ });
  await pagesOf(page).focus();
  await page.keyboard.press('r');
  await expect
    .poll(async () => ((await first.boundingBox())?.width ?? 0) > ((await first.boundingBox())?.height ?? 0))
    .toBe(true);
  const line = first.getByText('Sida 1 rad 4:');
  await expect(line).toBeAttached();
  const box = await line.boundingBox();
  if (!box) throw new Error('no line');
  expect(box.height).toBeGreaterThan(box.width);
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByRole('toolbar', { name: 'Markerad text' }).getByRole('button', { name: /gult/ }).click();
  await expect.poll(() => markedWords(page)).toEqual([expect.stringContaining('Sida 1 rad 4:')]);
  // Kept for the document, and the mark holds when it is turned back.
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(line).toBeAttached();
  await expect.poll(() => line.evaluate((element) => element.getBoundingClientRect().height > 60)).toBe(true);
  await pagesOf(page).focus();
  await page.keyboard.press('Shift+R');
  await expect.poll(() => line.evaluate((element) => element.getBoundingClientRect().height < 60)).toBe(true);
  await expect.poll(() => markedWords(page)).toEqual([expect.stringContaining('Sida 1 rad 4:')]);
}

async function pinched(page: Page): Promise<void> {
  const box = await pagesOf(page).boundingBox();
  if (!box) throw new Error('no pages');
  const first = page.getByRole('group', { name: /^Sida 1 av 2/ });
  const about = { x: box.x + 300, y: box.y + 300 };
  const share = async (): Promise<number> => {
    const shown = await first.boundingBox();
    return shown ? (about.y - shown.y) / shown.height : 0;
  };
  await page.mouse.move(about.x, about.y);
  const before = await share();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -90);
  await page.mouse.wheel(0, -90);
  await page.keyboard.up('Control');
  expect(await share()).toBeCloseTo(before, 2);
  await expect(page.locator('.reader-pages__content')).toHaveCSS('transform', 'none');
  expect(await share()).toBeCloseTo(before, 2);
  await page.keyboard.press('Control+0');
}

const isInView = async (page: Locator): Promise<boolean> =>
  page.evaluateAll((found) => found.some((each) => each.getBoundingClientRect().top < innerHeight - 50));

async function arrangements(page: Page): Promise<void> {
  await view(page, 'Uppslag');
  const [one, two] = [
    page.getByRole('group', { name: /^Sida 1 av 2/ }),
    page.getByRole('group', { name: /^Sida 2 av 2/ }),
  ];
  await expect.poll(async () => (await one.boundingBox())?.y).toBe((await two.boundingBox())?.y);
  await view(page, 'En sida i taget');
  await pagesOf(page).focus();
  for (let n = 0; n < 5 && !(await isInView(two)); n++) {
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(350);
  }
  await expect(two).toBeInViewport();
  await expect(one).not.toBeInViewport();
  await view(page, 'Löpande sidor');
}

test('views: two sides, places visited, turning, arrangements, pinch, full screen and reading on', async () => {
  const { file } = await meetingPack();
  const { app, page } = await launch({ args: [file], size: { width: 1500, height: 860 } });
  await confirmWords(page);
  await row(page, /^7\./).click();
  await twoSides(page);
  await backAndForward(page);
  await turned(page);
  await pinched(page);
  await arrangements(page);

  await page.keyboard.press('F11');
  await expect(page.getByRole('treegrid', { name: 'Föredragningslista' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('treegrid', { name: 'Föredragningslista' })).toBeVisible();

  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('heading', { level: 2, name: /Detaljplan för Kyrkbyn/ })).toBeVisible();
  await pagesOf(page).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: /Nästa ärende: 8 Svar på motion/ })).toBeInViewport();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { level: 2, name: /Svar på motion/ })).toBeVisible();
  await app.close();
});
