// A pack in the app's window, whatever meeting it holds.

/** Confirms the key words of a first pack and waits for the agenda. */
export async function openPack(page) {
  const confirm = page.getByRole('button', { name: /^(Orden stämmer|The words match)$/ });
  const agenda = page.getByRole('treegrid').first();
  await confirm.or(agenda).first().waitFor();
  if (await confirm.isVisible()) await confirm.click();
  await agenda.waitFor();
}

/** Opens the document with most pages: the agenda's rows say "s. 12–340". */
export async function openLongest(page) {
  const rows = page.getByRole('treegrid').first().getByRole('row');
  const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  const lengths = labels.map((label) => {
    const [, from, to] = /(?:s|pp)\. (\d+)–(\d+)/.exec(label) ?? [];
    return to === undefined ? 0 : Number(to) - Number(from);
  });
  await rows.nth(lengths.indexOf(Math.max(...lengths))).click();
  await page.locator('.reader-page__canvas canvas').first().waitFor();
}
