import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** First contact with a key: the six words match. Until the dialog is gone, keys belong to it. */
export async function confirmWords(within: Page | Locator): Promise<void> {
  const match = within.getByRole('button', { name: 'Orden stämmer', exact: true });
  await match.click();
  await expect(match).toHaveCount(0);
}
