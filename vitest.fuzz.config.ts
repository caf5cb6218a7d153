import { defineConfig } from 'vitest/config';

// `npm run fuzz`: FUZZ_SECONDS (60) a target, FUZZ_SEED (1) to start from.
export default defineConfig({
  test: { include: ['tests/fuzz/**/*.fuzz.ts'], testTimeout: 3_600_000, fileParallelism: false },
});
