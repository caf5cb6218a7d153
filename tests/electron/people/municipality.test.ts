import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMunicipality } from '../../../electron/people/municipality.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { writeSealedPack } from '../../support/sealedPack.ts';
import { testSigner } from '../../support/testSigner.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-root-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the municipality’s root', () => {
  const signer = (number: number) => ({
    key: testSigner(number).publicKey.line,
    name: `Kansliet ${number}`,
    bodies: null,
    from: '2026-01-01',
    to: null,
    removed: null,
  });

  test('is made once as a file, signs a first list, and then newer ones that packs carry', async () => {
    const municipality = valueOf(await openMunicipality(folder));
    const file = path.join(folder, 'rot.beredd-root');
    valueOf(await municipality.makeRoot(file, 'rotens fras', 'Granåsa kommun', [signer(1)]));
    expect(failureOf(await municipality.makeRoot(`${file}2`, 'x', 'Granåsa', [])).code).toBe(
      'identityExists',
    );
    expect(municipality.trust()?.trust).toMatchObject({ version: 1, municipality: 'Granåsa kommun' });
    expect(await readFile(path.join(folder, 'office.json'), 'utf8')).not.toContain('PRIVATE KEY');
    const removed = [{ ...signer(1), removed: '2026-11-22T12:00:00Z' }, signer(2)];
    expect(failureOf(await municipality.setSigners(file, 'fel', removed)).code).toBe('keyPassphrase');
    valueOf(await municipality.setSigners(file, 'rotens fras', removed));
    expect(municipality.trust()?.trust).toMatchObject({ version: 2, signers: removed });
    const root = municipality.forPacks() ?? undefined;
    if (root === undefined) throw new Error('no root');
    const signed = await writeSealedPack(path.join(folder, 'med-rot.beredd'), [], {}, root);
    expect(signed.pack.revision).toBe(1);
  });

  test('refuses another key’s file', async () => {
    const municipality = valueOf(await openMunicipality(folder));
    const file = path.join(folder, 'rot');
    valueOf(await municipality.makeRoot(file, 'fras', 'Granåsa kommun', [signer(1)]));
    const other = path.join(folder, 'annan');
    const elsewhere = valueOf(await openMunicipality(await mkdtemp(path.join(folder, 'b-'))));
    valueOf(await elsewhere.makeRoot(other, 'fras', 'Annan kommun', [signer(1)]));
    expect(failureOf(await municipality.setSigners(other, 'fras', [signer(2)])).code).toBe('rootOther');
  });
});
