import { describe, expect, it } from 'vitest';
import { createHeapLimit } from '../../../renderer/features/reader/engine/heapLimit.ts';

const megabytes = (count: number): number => count * 1024 * 1024;

describe('the heap of a worker', () => {
  it('is given up when many jobs have filled it', () => {
    const limit = createHeapLimit();
    limit.begin();
    for (let job = 0; job < 40; job++) expect(limit.isReached(megabytes(100))).toBe(false);
    expect(limit.isReached(megabytes(150))).toBe(true);
  });

  it('may be twice as large when a few pages need it, and again no larger than usual when they are left behind', () => {
    const limit = createHeapLimit();
    limit.begin();
    for (let job = 0; job < 199; job++) expect(limit.isReached(megabytes(200))).toBe(false);
    expect(limit.isReached(megabytes(200))).toBe(true);
    limit.begin();
    for (let job = 0; job < 40; job++) expect(limit.isReached(megabytes(100))).toBe(false);
    expect(limit.isReached(megabytes(200))).toBe(true);
  });

  it('is never larger than can be had', () => {
    const limit = createHeapLimit();
    limit.begin();
    expect(limit.isReached(megabytes(1100))).toBe(false);
    expect(limit.isReached(megabytes(1200))).toBe(true);
  });
});
