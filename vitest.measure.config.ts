import { defineConfig } from 'vitest/config';

// Measurements that write a page under docs/; not part of the tests.
export default defineConfig({
  test: { include: ['tests/measure/**/*.measure.ts'], testTimeout: 3_600_000, fileParallelism: false },
});
