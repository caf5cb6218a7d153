import { defineConfig } from 'vitest/config';

// Dates are shown by the clock of the place; every computer that runs the tests must show the same.
process.env['TZ'] = 'Europe/Stockholm';

// A loaded machine may stall once; what fails twice is broken.
const common = {
  restoreMocks: true,
  retry: 1,
  exclude: ['tests/e2e/**', 'tests/soak/**', '**/node_modules/**'],
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'node',
          environment: 'node',
          // A file's tests share loaded modules with the next file's: half the time went into loading them anew. What a
          // file leaves behind is removed by the set-up, and no module of ours may keep anything else.
          isolate: false,
          setupFiles: ['tests/support/afterEachFile.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: [...common.exclude, 'tests/renderer/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...common,
          name: 'window',
          environment: 'jsdom',
          setupFiles: ['tests/support/allWords.ts'],
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
    ],
    coverage: { provider: 'v8', include: ['{core,electron,renderer}/**/*.{ts,tsx}'] },
  },
});
