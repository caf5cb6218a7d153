import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: 'sv' | 'en';
}
export const everyLook: readonly Look[] = [
  { theme: 'light', language: 'sv' },
  { theme: 'dark', language: 'sv' },
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
];

/** Takes a picture of the window in each look, into `tests/.out/shots/`; returns the files. Leaves the last look on. */
export async function takeShots(
  page: Page,
  name: string,
  looks: readonly Look[] = everyLook,
): Promise<readonly string[]> {
  const folder = path.join(projectRoot, 'tests/.out/shots');
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const { theme, language } of looks) {
    await page.evaluate((look) => window.beredd.client.app.setTheme({ theme: look }), theme);
    await page.evaluate((look) => window.beredd.client.app.setLanguage({ language: look }), language);
    await page.waitForFunction((look) => document.documentElement.lang === look, language);
    await page.waitForTimeout(400);
    const file = path.join(folder, `${name}-${theme}-${language}.png`);
    await page.screenshot({ path: file });
    files.push(file);
  }
  return files;
}
