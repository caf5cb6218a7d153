import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch, removeFolder } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

const size = { width: 1366, height: 768 };
const document = (page: Page) => page.getByRole('region', { name: 'Handlingar' });

function damage(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes.writeUInt8((bytes[middle] ?? 0) ^ 0x20, middle);
  writeFileSync(file, bytes);
}

/** A profile with the test meeting, its key confirmed and one note on the first item with documents. */
async function usedProfile(): Promise<{ profile: string; file: string }> {
  const { file } = await meetingPack();
  const { app, page, profile } = await launch({ args: [file], size });
  await confirmWords(page);
  await page.getByRole('treegrid', { name: 'Föredragningslista' }).getByRole('row', { name: /^8\./ }).click();
  await document(page).getByText('Sida 1 rad 2').first().dblclick({ force: true });
  await page.getByRole('button', { name: 'Skriv en anteckning', exact: true }).click();
  await page.keyboard.type('Vem sköter snöröjningen?');
  await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Sparad här');
  await app.close();
  return { profile, file };
}

test('a damaged library is set aside and told; meetings and notes are still there', async () => {
  const { profile } = await usedProfile();
  for (const name of ['library.json', 'library.json.previous']) damage(path.join(profile, name));
  const { app, page } = await launch({ profile, size });
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.locator('body')).toContainText('library.json');
  expect(readdirSync(profile).filter((name) => name.startsWith('library.json.damaged'))).not.toEqual([]);
  await page
    .getByRole('article')
    .getByRole('button', { name: /^Kommunstyrelsen/ })
    .click();
  await page.getByRole('tab', { name: /Hela mötet/ }).click();
  await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Vem sköter snöröjningen?');
  await app.close();
});

test('a document that was damaged on disk is named, and the others can be read', async () => {
  const { profile } = await usedProfile();
  const documents = path.join(profile, 'documents');
  const smallest = readdirSync(documents)
    .map((name) => path.join(documents, name))
    .filter((name) => readFileSync(name).toString('latin1', 0, 4) === '%PDF')
    .toSorted((a, b) => statSync(a).size - statSync(b).size)[0];
  writeFileSync(smallest ?? '', '<html>trasig</html>');
  const { app, page } = await launch({ profile, size });
  await page.getByRole('button', { name: 'Läs vidare' }).click();
  await expect(document(page)).toContainText('Svar på motion');
  await expect(document(page)).toContainText(/inte en PDF|går inte att läsa|skadad/);
  await page.getByRole('treegrid', { name: 'Föredragningslista' }).getByRole('row', { name: /^7\./ }).click();
  await expect(document(page).getByText('Sida 1 rad 3').first()).toBeAttached();
  await app.close();
});

test('a full disk is told with its file; what was there stays and can be read', async () => {
  test.skip(process.getuid?.() !== 0, 'only root may make a small disk to fill');
  const { profile, file } = await usedProfile();
  const disk = freshFolder('disk');
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=777', 'tmpfs', disk]);
  try {
    const full = path.join(disk, 'profile');
    mkdirSync(full);
    execFileSync('cp', ['-a', `${profile}/.`, full]);
    execFileSync('chown', ['-R', '65534:65534', full]);
    chmodSync(full, 0o777);
    const { app, page } = await launch({ profile: full, size, env: { HOME: profile } });
    await page.getByRole('button', { name: 'Läs vidare' }).click();
    await document(page).getByText('Sida 1 rad 2').first().waitFor({ state: 'attached' });
    execFileSync('sh', ['-c', `dd if=/dev/zero of=${disk}/filler bs=64k 2>/dev/null || true`]);
    await page.getByRole('button', { name: 'Lägg till vid 8 Svar på motion om cykelvägar' }).click();
    await page
      .getByRole('menuitem', { name: /nteckning/ })
      .first()
      .click();
    await page.keyboard.type('Skrivet när disken är full');
    await expect(page.locator('body')).toContainText(/[Dd]isken är full/);
    await expect(page.locator('body')).toContainText('Texten är inte sparad men finns kvar här.');
    execFileSync('rm', [path.join(disk, 'filler')]);
    await page.keyboard.type(' men inte längre');
    await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Sparad här');
    await app.close();
    expect(file).toBeTruthy();
  } finally {
    execFileSync('umount', ['-l', disk]);
    removeFolder(disk);
  }
});
