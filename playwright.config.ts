import { defineConfig } from '@playwright/test';
import { workersAtOnce } from './tests/e2e/workersAtOnce.ts';

// Each test has a whole Electron, and the machines that run this have two cores.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/setup.ts',
  outputDir: 'tests/.out/e2e',
  timeout: 120_000,
  // The machines that run this are slow at times; what never comes still fails.
  expect: { timeout: 15_000 },
  workers: workersAtOnce,
  forbidOnly: true,
  // A loaded machine may stall once for seconds; what fails twice is broken. What needed its second chance is listed as flaky.
  retries: 1,
  reporter: [['list']],
});
