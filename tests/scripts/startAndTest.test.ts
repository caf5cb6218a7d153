import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoProfileState, setAside } from '../../scripts/lib/demoProfile.mjs';
import { readFuses, setFuses } from '../../scripts/lib/fuses.mjs';
import { readStartOptions } from '../../scripts/lib/startOptions.mjs';
import { playwrightCounts, vitestCounts } from '../../scripts/lib/testCounts.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'beredd-scripts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the options of npm start', () => {
  it('take a value after a space or an equals sign and hand full paths to the app', () => {
    const { forApp } = readStartOptions(['--once', '--screenshot', 'a.png', 'x.beredd', '--flag=1'], '/home');
    expect(forApp).toEqual(['--once', '--screenshot=/home/a.png', '/home/x.beredd', '--flag=1']);
    expect(readStartOptions(['--screenshot=a=b.png'], '/home').forApp).toEqual([
      '--screenshot=/home/a=b.png',
    ]);
  });

  it('show the demo in its own profile, and no demo in a profile of the person', () => {
    const usual = readStartOptions([], '/home');
    expect([usual.withDemo, path.basename(usual.profile)]).toEqual([true, 'demo-profile']);
    expect(readStartOptions(['--profile', 'p'], '/home')).toMatchObject({
      withDemo: false,
      profile: '/home/p',
    });
    expect(readStartOptions(['--no-demo'], '/home').withDemo).toBe(false);
  });

  it('miss a value', () => {
    expect(() => readStartOptions(['--profile'], '/home')).toThrow('--profile needs a value');
  });
});

describe('the counts of a test run', () => {
  it('are those of the reports', () => {
    expect(vitestCounts(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({
      passed: 7,
      failed: 2,
    });
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };
    expect(playwrightCounts(report({ stats }), 1)).toEqual({ passed: 6, failed: 1 });
  });

  it('never call a failed run clean: a file that does not load, a run that left no report', () => {
    expect(vitestCounts(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({
      passed: 7,
      failed: 1,
    });
    expect(vitestCounts(path.join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 });
    expect(playwrightCounts(path.join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('fuses', () => {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const executable = (wire: string): Buffer =>
    Buffer.concat([
      Buffer.from(`code ${sentinel}`),
      Buffer.from([1, wire.length]),
      Buffer.from(`${wire} code`),
    ]);

  it('are set and read back', () => {
    const file = path.join(folder, 'executable');
    writeFileSync(file, setFuses(executable('11111111'), { runAsNode: false, nodeOptions: false }));
    expect(readFuses(file)).toMatchObject({ runAsNode: false, cookieEncryption: true, nodeOptions: false });
  });

  it('that an executable does not have cannot be set', () => {
    expect(() => setFuses(executable('111'), { browserV8Snapshot: false })).toThrow(
      'no fuse browserV8Snapshot',
    );
    expect(() => setFuses(Buffer.from('no wire'), {})).toThrow('not found');
  });
});

describe('the profile of the demo', () => {
  const made = (files: Readonly<Record<string, string>>): string => {
    const profile = path.join(mkdtempSync(path.join(folder, 'demo-')), 'demo-profile');
    mkdirSync(profile);
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(profile, name), text);
    return profile;
  };

  it('is made anew only when it is the script’s own and the packs are others', () => {
    expect(demoProfileState(made({ 'library.json': '{}' }), 'b')).toBe('fresh');
    expect(demoProfileState(made({ 'demo-packs.txt': 'b' }), 'b')).toBe('current');
    expect(demoProfileState(made({ 'demo-packs.txt': 'a' }), 'b')).toBe('changed');
  });

  it('stays as it is while Beredd uses it', () => {
    const lock = JSON.stringify({ pid: process.pid });
    expect(demoProfileState(made({ 'demo-packs.txt': 'a', 'beredd.lock': lock }), 'b')).toBe('inUse');
    const left = JSON.stringify({ pid: 2 ** 30 });
    expect(demoProfileState(made({ 'demo-packs.txt': 'a', 'beredd.lock': left }), 'b')).toBe('changed');
  });

  it('is set aside with what was written in it, the one before it gone', () => {
    const profile = made({ 'library.json': 'mitt' });
    const kept = setAside(profile);
    expect(existsSync(profile)).toBe(false);
    mkdirSync(profile);
    expect(setAside(profile)).toBe(kept);
    expect(existsSync(path.join(kept, 'library.json'))).toBe(false);
  });
});
