import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileLog } from '../../../electron/log/fileLog.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'beredd-log-'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = (): Date => new Date('2026-06-01T08:00:00Z');
const lines = (): string => readFileSync(path.join(folder, 'beredd.log'), 'utf8');

describe('the log', () => {
  it('keeps a bug with all its causes', () => {
    fileLog(folder, now).error('notes.add', new Error('outer', { cause: new TypeError('inner') }));
    expect(lines()).toMatch(/^2026-06-01T08:00:00.000Z error notes\.add: Error: outer/);
    expect(lines()).toContain('caused by TypeError: inner');
  });

  it('does not name the home folder', () => {
    fileLog(folder, now).info(`opened ${homedir()}/x`);
    expect(lines()).toBe('2026-06-01T08:00:00.000Z info opened ~/x\n');
  });

  it('starts anew past a megabyte and keeps the old one', () => {
    writeFileSync(path.join(folder, 'beredd.log'), 'x'.repeat(1_000_001));
    fileLog(folder, now).info('new');
    expect(lines()).toBe('2026-06-01T08:00:00.000Z info new\n');
    expect(statSync(path.join(folder, 'beredd.old.log')).size).toBe(1_000_001);
  });

  it('loses lines rather than the program when it cannot be written', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => fileLog(path.join(folder, 'file/logs'), now).info('x')).not.toThrow();
  });
});
