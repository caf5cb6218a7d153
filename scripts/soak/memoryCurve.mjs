const everyMs = 5000;

/** Watches the resident memory of the app's processes: megabytes by kind, every five seconds. */
export function memoryCurve(app) {
  const begun = Date.now();
  const samples = [];
  const take = async () => {
    const metrics = await app
      .evaluate(({ app: electron }) =>
        electron.getAppMetrics().map(({ type, memory }) => ({ type, mb: memory.workingSetSize / 1024 })),
      )
      .catch(() => null);
    if (metrics === null) return;
    const of = (...types) =>
      metrics.filter(({ type }) => types.includes(type)).reduce((sum, { mb }) => sum + mb, 0);
    samples.push({
      minute: (Date.now() - begun) / 60_000,
      main: of('Browser'),
      window: of('Tab'),
      utility: of('Utility'),
      all: metrics.reduce((sum, { mb }) => sum + mb, 0),
    });
  };
  const timer = setInterval(() => void take(), everyMs);
  return {
    stop: () => clearInterval(timer),
    /** The highest of each minute, which is what a computer must have. */
    table() {
      const minutes = byMinute(samples);
      const rows = [...minutes].map(([minute, taken]) => {
        const most = (key) => Math.round(Math.max(...taken.map((sample) => sample[key])));
        return [minute, most('main'), most('window'), most('utility'), most('all')];
      });
      const head = ['minute', 'main MB', 'window MB', 'other MB', 'all MB'];
      return [head, ...rows].map((row) => row.map((cell) => String(cell).padStart(10)).join('')).join('\n');
    },
    csv: () =>
      `minute,main,window,utility,all\n${samples
        .map(({ minute, main, window, utility, all }) =>
          [minute, main, window, utility, all].map((value) => value.toFixed(2)).join(),
        )
        .join('\n')}\n`,
    /** How the second half goes: least squares through all samples of it. */
    trend() {
      const half = samples.slice(samples.length >> 1);
      const mean = (key) => half.reduce((sum, sample) => sum + sample[key], 0) / half.length;
      const [x, y] = [mean('minute'), mean('all')];
      const over = half.reduce((sum, { minute, all }) => sum + (minute - x) * (all - y), 0);
      const under = half.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
      const megabytesAnHour = under === 0 ? 0 : (over / under) * 60;
      return { megabytesAnHour, share: megabytesAnHour / y };
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
