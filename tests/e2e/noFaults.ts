import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Colours of what is still fading in say nothing: a slow machine would be measured in the middle of it. */
async function everythingStands(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const fades = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(fades.map(({ finished }) => finished));
  });
}

/** Axe finds nothing on what is on screen. */
export async function expectNoFaults(page: Page, where: string): Promise<void> {
  await everythingStands(page);
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(told, where).toEqual([]);
  expect(passes.length, where).toBeGreaterThan(10);
}
