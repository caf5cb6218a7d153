import fs from 'node:fs';

const readReport = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null);

/** A run that failed without a failed test (a file that does not load, a crash) counts as one. */
const atLeastOne = (failed, status) => (status === 0 ? failed : Math.max(failed, 1));

/** Passed and failed tests of a vitest run, from its JSON report. */
export function vitestCounts(file, status) {
  const report = readReport(file);
  return {
    passed: report?.numPassedTests ?? 0,
    failed: atLeastOne(report?.numFailedTests ?? 0, status),
  };
}

/** The same of a Playwright run. One that passed only the second time counts as passed; the list names it as flaky. */
export function playwrightCounts(file, status) {
  const stats = readReport(file)?.stats;
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: atLeastOne(stats?.unexpected ?? 0, status),
  };
}
