import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

/** What can be scrolled sideways, or stands outside the window's sides. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth + 1;
    const isOutside = (element: Element): boolean => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    };
    const all = [...document.documentElement.querySelectorAll('*')];
    const controls = [...document.querySelectorAll('button, input, textarea, [role="row"], [role="tab"]')];
    const root = document.documentElement;
    return [
      ...(root.scrollWidth > root.clientWidth ? ['the window'] : []),
      ...all.filter(scrolls).map((element) => `scrolls: ${element.className}`),
      ...controls.filter(isOutside).map((element) => `outside: ${element.ariaLabel ?? element.textContent}`),
    ];
  });

/** The share of the window's height that an element fills. */
const shareOfWindow = (element: Locator): Promise<number> =>
  element.evaluate((found) => {
    const { top, bottom } = found.getBoundingClientRect();
    return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / innerHeight;
  });

test('at 400 % zoom agenda, document and notes are reached, and nothing scrolls sideways', async () => {
  const { file } = await meetingPack();
  const { app, page } = await launch({ args: [file], size: { width: 1280, height: 1024 } });
  const window = await app.browserWindow(page);
  await window.evaluate((target) => target.webContents.setZoomFactor(4));
  await page.waitForFunction(() => innerWidth === 320);

  const words = page.getByRole('dialog');
  await expect(words.getByRole('listitem')).toHaveCount(6);
  expect(await tooWide(page), 'the six words').toEqual([]);
  await confirmWords(words);
  await expect(words).toBeHidden();
  expect(await shareOfWindow(page.locator('.workspace-header'))).toBeLessThan(0.25);

  const show = (name: string | RegExp): Promise<void> =>
    page.getByRole('radiogroup', { name: 'Del som visas' }).getByText(name).click();
  await show('Lista');
  const item = page.getByRole('treegrid', { name: 'Föredragningslista' }).getByRole('row', { name: /^7\./ });
  await item.scrollIntoViewIfNeeded();
  await expect(item).toBeInViewport({ ratio: 0.9 });
  expect(await tooWide(page), 'the agenda').toEqual([]);
  await item.click();

  const pages = page.getByRole('region', { name: 'Handlingar' });
  await expect(page.getByRole('heading', { name: /^7/ })).toBeInViewport();
  await pages.hover();
  await page.mouse.wheel(0, 60);
  await expect(pages.getByText('Sida 1 rad 3').first()).toBeInViewport({ ratio: 0.9 });
  await expect.poll(() => shareOfWindow(pages)).toBeGreaterThan(0.5);
  await expect(page.getByRole('toolbar', { name: 'Sidor och zoom' })).toBeInViewport();
  expect(await tooWide(page), 'the document').toEqual([]);

  await show(/Anteckningar/);
  await page
    .getByRole('region', { name: 'Anteckningar' })
    .getByRole('button', { name: /^Lägg till vid/ })
    .click();
  await page.getByRole('menuitem', { name: /^Anteckning/ }).click();
  await page.keyboard.type('Fråga om taket');
  await expect(page.getByText('Sparad här')).toBeVisible();
  const note = page.getByRole('textbox').and(page.getByText('Fråga om taket'));
  await expect(note).toBeInViewport({ ratio: 0.5 });
  expect(await tooWide(page), 'the notes').toEqual([]);
  await app.close();
});
