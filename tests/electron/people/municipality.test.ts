import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSuccession } from '../../../core/exchange/rootSuccession.ts';
import { verifyEnvelope } from '../../../electron/crypto/envelopeSigning.ts';
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

  test('is replaced by the old one’s file, which names the new one in a letter for the members', async () => {
    const municipality = valueOf(await openMunicipality(folder));
    const old = { file: path.join(folder, 'rot'), passphrase: 'gammal fras' };
    const fresh = { file: path.join(folder, 'rot-2027'), passphrase: 'ny fras' };
    const issued = '2027-01-02T09:00:00+01:00';
    valueOf(await municipality.makeRoot(old.file, old.passphrase, 'Granåsa kommun', [signer(1)]));
    const before = municipality.trust()?.rootKey ?? '';
    expect(failureOf(await municipality.replaceRoot({ ...old, passphrase: 'fel' }, fresh, issued)).code).toBe(
      'keyPassphrase',
    );
    expect(municipality.trust()?.rootKey).toBe(before);
    valueOf(await municipality.replaceRoot(old, fresh, issued));
    const { rootKey = '', trust } = municipality.trust() ?? {};
    expect(trust).toMatchObject({ version: 2, signers: [signer(1)] });
    const letter = municipality.succession();
    const read = valueOf(readSuccession(letter?.letter ?? new Uint8Array(), verifyEnvelope));
    expect(read).toEqual({
      content: { municipality: 'Granåsa kommun', from: before, to: rootKey, issued },
      key: before,
    });
    // The list goes on under the new root, and the letter stays at hand.
    expect(failureOf(await municipality.setSigners(old.file, old.passphrase, [])).code).toBe('rootOther');
    valueOf(await municipality.setSigners(fresh.file, fresh.passphrase, [signer(2)]));
    expect(municipality.succession()?.from).toBe(before);
  });

  test('is replaced without the old one when that is lost, and no letter vouches for it then', async () => {
    const municipality = valueOf(await openMunicipality(folder));
    const file = path.join(folder, 'rot');
    valueOf(await municipality.makeRoot(file, 'fras', 'Granåsa kommun', [signer(1)]));
    const before = municipality.trust()?.rootKey;
    const fresh = { file: path.join(folder, 'rot-2'), passphrase: 'ny fras' };
    valueOf(await municipality.replaceRoot(null, fresh, '2027-01-02T09:00:00+01:00'));
    expect(municipality.trust()?.rootKey).not.toBe(before);
    expect(municipality.succession()).toBeNull();
  });
});
