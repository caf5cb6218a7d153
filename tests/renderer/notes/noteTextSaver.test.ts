import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import type { Result } from '../../../core/errors.ts';
import { failure, ok } from '../../../core/errors.ts';
import { NoteTextSaver } from '../../../renderer/features/notes/noteTextSaver.ts';

/** A disk that keeps what it was given, after a while. */
function slowDisk(milliseconds = 40) {
  const stored = new Map<string, string>();
  const disk = { stored, writes: [] as string[], isFull: false };
  const save = async (key: string, text: string): Promise<Result<unknown>> => {
    await new Promise((done) => setTimeout(done, milliseconds));
    if (disk.isFull) return failure('diskFull');
    stored.set(key, text);
    disk.writes.push(text);
    return ok(undefined);
  };
  return { disk, saver: new NoteTextSaver(save) };
}

describe('the saver of note texts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves within 700 milliseconds of the last key', async () => {
    const { disk, saver } = slowDisk();
    saver.type('a', 'hej');
    await vi.advanceTimersByTimeAsync(700);
    expect(disk.stored.get('a')).toBe('hej');
    expect(saver.read('a')?.status).toBe('saved');
  });

  it('saves now and then during writing that never pauses', async () => {
    const { disk, saver } = slowDisk();
    for (let letters = 1; letters <= 40; letters++) {
      saver.type('a', 'x'.repeat(letters));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(disk.writes.length).toBeGreaterThanOrEqual(1);
    expect(disk.writes.length).toBeLessThanOrEqual(3);
  });

  it('keeps the words of a failed save and tells which', async () => {
    const { disk, saver } = slowDisk();
    disk.isFull = true;
    saver.type('a', 'viktigt');
    await vi.advanceTimersByTimeAsync(700);
    expect(saver.read('a')).toMatchObject({ text: 'viktigt', status: 'failed', error: { code: 'diskFull' } });
    expect(saver.failed()).toEqual(['a']);
    await Promise.all([saver.release('a'), vi.advanceTimersByTimeAsync(100)]);
    expect(saver.read('a')?.text).toBe('viktigt');
    disk.isFull = false;
    await Promise.all([saver.flushAll(), vi.advanceTimersByTimeAsync(100)]);
    expect(disk.stored.get('a')).toBe('viktigt');
    expect(saver.failed()).toEqual([]);
  });

  it('treats a save that throws as failed and keeps the words', async () => {
    const saver = new NoteTextSaver(() => Promise.reject(new Error('bug')));
    saver.type('a', 'kvar');
    await vi.advanceTimersByTimeAsync(700);
    expect(saver.read('a')).toMatchObject({ text: 'kvar', status: 'failed', error: { code: 'unexpected' } });
  });

  it('takes over a text from elsewhere only when nothing of its own is unsaved', async () => {
    const { saver } = slowDisk();
    saver.type('a', 'mitt');
    saver.adopt('a', 'någon annans');
    expect(saver.read('a')?.text).toBe('mitt');
    await vi.advanceTimersByTimeAsync(700);
    saver.adopt('a', 'ångrat');
    expect(saver.read('a')).toMatchObject({ text: 'ångrat', status: 'saved' });
  });

  it('forgets a text once its editor is closed and it is stored', async () => {
    const { disk, saver } = slowDisk();
    saver.type('a', 'klart');
    await Promise.all([saver.release('a'), vi.advanceTimersByTimeAsync(100)]);
    expect(disk.stored.get('a')).toBe('klart');
    expect(saver.read('a')).toBeNull();
  });

  it('ends with the newest text stored and never says saved of another, whatever the rhythm', async () => {
    const rhythm = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 900 }), isFull: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(rhythm, fc.integer({ min: 1, max: 800 }), async (keys, slowness) => {
        const { disk, saver } = slowDisk(slowness);
        const liars: string[] = [];
        saver.subscribe(() => {
          const shown = saver.read('a');
          if (shown?.status === 'saved' && shown.text !== disk.stored.get('a')) liars.push(shown.text);
        });
        for (const [index, { pause, isFull }] of keys.entries()) {
          disk.isFull = isFull;
          saver.type('a', `text ${index}`);
          await vi.advanceTimersByTimeAsync(pause);
        }
        disk.isFull = false;
        await Promise.all([saver.flushAll(), vi.advanceTimersByTimeAsync(5000)]);
        await Promise.all([saver.flushAll(), vi.advanceTimersByTimeAsync(5000)]);
        expect(liars).toEqual([]);
        expect(disk.stored.get('a')).toBe(`text ${keys.length - 1}`);
      }),
      { numRuns: 60 },
    );
  });
});
