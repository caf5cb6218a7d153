import { straightLine } from './straightLine.mjs';
import { workerHeaps } from './workerHeaps.mjs';

const everyMs = 5000;

/** What is told apart, and the heads of the columns. Workers live in the window's process; theirs is what V8 holds for them. */
const columns = {
  main: 'main MB',
  window: 'window MB',
  workers: 'of it workers',
  text: 'text MB',
  other: 'other MB',
  all: 'all MB',
};
const keys = Object.keys(columns);
const textProcess = 'Beredd find';

/** Watches the resident memory of the app's processes: megabytes by kind, every five seconds. */
export async function memoryCurve(app, page) {
  const heaps = await workerHeaps(page);
  const begun = Date.now();
  const samples = [];
  const take = async () => {
    const processes = await app
      .evaluate(({ app: electron }) =>
        electron.getAppMetrics().map(({ type, name, serviceName, memory }) => ({
          type,
          name: name ?? serviceName ?? '',
          mb: memory.workingSetSize / 1024,
        })),
      )
      .catch(() => null);
    if (processes === null) return;
    const of = (isOne) => processes.filter(isOne).reduce((sum, { mb }) => sum + mb, 0);
    const all = of(() => true);
    const main = of(({ type }) => type === 'Browser');
    const window = of(({ type }) => type === 'Tab');
    const text = of(({ name }) => name === textProcess);
    const workers = await heaps();
    const minute = (Date.now() - begun) / 60_000;
    samples.push({ minute, main, window, workers, text, other: all - main - window - text, all });
  };
  const timer = setInterval(() => void take(), everyMs);
  return {
    stop: () => clearInterval(timer),
    /** The highest of each minute, which is what a computer must have. */
    table() {
      const rows = [...byMinute(samples)].map(([minute, taken]) => [
        minute,
        ...keys.map((key) => Math.round(Math.max(...taken.map((sample) => sample[key])))),
      ]);
      return [['minute', ...Object.values(columns)], ...rows]
        .map((row) => row.map((cell) => String(cell).padStart(14)).join(''))
        .join('\n');
    },
    csv: () =>
      `minute,${keys.join()}\n${samples
        .map((sample) => ['minute', ...keys].map((key) => sample[key].toFixed(2)).join())
        .join('\n')}\n`,
    /** How each goes once everything is warm: least squares through the highest of each minute of the second half. */
    trends() {
      const minutes = [...byMinute(samples)].map(([minute, taken]) => [minute, taken]);
      const half = minutes.slice(minutes.length >> 1);
      return keys.map((key) => {
        const points = half.map(([x, taken]) => ({ x, y: Math.max(...taken.map((sample) => sample[key])) }));
        const { slope, error, mean } = straightLine(points);
        return {
          name: columns[key],
          mean,
          anHour: slope * 60,
          error: error * 60,
          share: mean === 0 ? 0 : (slope * 60) / mean,
        };
      });
    },
  };
}

/** Samples of the same minute together. */
function byMinute(samples) {
  const minutes = new Map();
  for (const sample of samples) {
    const minute = Math.floor(sample.minute);
    minutes.set(minute, [...(minutes.get(minute) ?? []), sample]);
  }
  return minutes;
}
