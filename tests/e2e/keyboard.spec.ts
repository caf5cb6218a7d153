import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

/** Presses keys; after each, something must have the focus, in the window and where it can be seen. */
class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      await expect.poll(() => this.#focusFault(), { message: `after ${key}` }).toBeNull();
    }
  }

  /** Goes on with a key until the focus is where it is wanted. */
  async pressUntil(key: string, selector: string, most = 12): Promise<void> {
    for (let press = 0; press < most; press += 1) {
      await this.press(key);
      if ((await this.#page.locator(`:focus`).and(this.#page.locator(selector)).count()) > 0) return;
    }
    throw new Error(`${most} times ${key} never came to ${selector}`);
  }

  type = (text: string): Promise<void> => this.#page.keyboard.type(text, { delay: 10 });

  #focusFault = (): Promise<string | null> =>
    this.#page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus';
      const { left, right, top, bottom } = focused.getBoundingClientRect();
      const isInWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      if (!isInWindow) return `${focused.outerHTML.slice(0, 80)} is out of the window`;
      const { outlineStyle, boxShadow } = getComputedStyle(focused);
      const isSeen =
        outlineStyle !== 'none' ||
        boxShadow !== 'none' ||
        focused.matches('main, [role="dialog"], [role="alertdialog"]');
      return isSeen ? null : `${focused.outerHTML.slice(0, 80)} does not show that it has the focus`;
    });
}

test('a meeting is prepared with the keyboard alone, and the focus is always somewhere', async () => {
  const { file } = await meetingPack();
  const { app, page } = await launch({ args: [file], size: { width: 1366, height: 768 } });
  const keyboard = new Keyboard(page);
  const documents = page.getByRole('region', { name: 'Handlingar' });
  const toolbar = page.getByRole('toolbar', { name: 'Sidor och zoom' });
  const notes = page.getByRole('region', { name: 'Anteckningar' });

  await test.step('a dialog that opened by itself gives the focus to the document', async () => {
    await expect(page.getByRole('dialog')).toBeVisible();
    await keyboard.press('Shift+Tab', 'Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(documents).toBeFocused();
  });

  await test.step('to the library and back', async () => {
    await keyboard.press('Control+l');
    await expect(page.locator('.lib-card__open').first()).toBeFocused();
    await keyboard.press('Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    await expect(documents).toBeFocused();
  });

  await test.step('an item by its number, the next one, and back', async () => {
    await keyboard.pressUntil('F6', '[role="row"]', 3);
    await keyboard.type('8');
    await expect(page.getByRole('row', { name: /^8\./ })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /Svar på motion om cykelvägar/ })).toBeVisible();
    await keyboard.press('Alt+ArrowUp');
    await expect(page.getByTestId('workspace-status')).toHaveText(/^7 Detaljplan för Kyrkbyn/);
    await keyboard.pressUntil('F6', '[aria-label="Handlingar"]', 3);
  });

  await test.step('words are selected, highlighted, and reading goes on', async () => {
    await expect(documents.getByText('Sida 1 rad 3').first()).toBeAttached();
    await keyboard.press('Shift+ArrowDown', 'Shift+ArrowDown');
    const tools = page.getByRole('toolbar', { name: 'Markerad text' });
    await keyboard.press('Tab');
    await expect(tools.getByRole('button').first()).toBeFocused();
    await keyboard.press('ArrowRight', 'Enter');
    await expect(notes).toContainText('Överstrykning');
    await expect(documents).toBeFocused();
  });

  await test.step('the palette goes to a page, and says so', async () => {
    await keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await keyboard.type('p9');
    await expect(page.getByRole('option')).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(toolbar).toContainText('Paketsida 9 (rev 1)');
    await expect(documents).toBeFocused();
  });

  await test.step('the palette finds by other words, respects ä, and Escape gives the focus back', async () => {
    await keyboard.press('Control+Shift+p');
    await expect(page.getByRole('combobox')).toBeFocused();
    await keyboard.type('cykelvag');
    await expect(page.getByRole('option')).toHaveCount(0);
    for (let letter = 0; letter < 2; letter += 1) await keyboard.press('Backspace');
    await keyboard.type('äg');
    await expect(page.getByRole('option').first()).toContainText('Svar på motion om cykelvägar');
    await keyboard.press('Escape');
    await expect(documents).toBeFocused();
  });

  await test.step('a note is written, found and taken back', async () => {
    await keyboard.press('Control+Alt+n');
    await expect(notes.getByRole('textbox')).toBeFocused();
    await keyboard.type('Vad säger länsstyrelsen? (ring)');
    await keyboard.press('Escape');
    await expect(documents).toBeFocused();
    await keyboard.press('Control+Shift+f');
    await expect(page.getByRole('searchbox', { name: 'Sök i anteckningarna' })).toBeFocused();
    await keyboard.type('länsst');
    await expect(notes.getByRole('article')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(notes.getByRole('article')).toHaveCount(2);
    await keyboard.pressUntil('Tab', '[data-note-place]');
    await keyboard.press('Control+z');
    await expect(notes.getByRole('article')).toHaveCount(1);
  });

  await test.step('every key is in the overview, which is searched', async () => {
    await keyboard.pressUntil('F6', '[aria-label="Handlingar"]', 3);
    await keyboard.press('?');
    await expect(page.getByRole('searchbox', { name: 'Sök bland kortkommandona' })).toBeFocused();
    await keyboard.type('nästa ärende');
    await expect(page.getByRole('dialog').getByRole('term')).toHaveText([
      'Nästa ärende',
      'Nästa och föregående ärende i mötesläget',
    ]);
    await keyboard.press('Escape', 'Escape');
    await expect(documents).toBeFocused();
  });

  await test.step('a pane that is hidden hands its focus on', async () => {
    await keyboard.pressUntil('F6', '[role="row"]', 3);
    await keyboard.press('F7');
    await expect(documents).toBeFocused();
    await keyboard.press('F7');
  });

  await app.close();
});
