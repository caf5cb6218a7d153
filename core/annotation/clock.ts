/**
 * The hybrid logical clock of an operation: `<milliseconds since 1970, 13 digits>-<counter, 4 hex digits>`. It only
 * breaks ties between changes that did not know of each other, so a wrong clock cannot beat a change made after
 * seeing the other.
 */
export type ClockReading = string;

/** Before every reading. */
export const clockStart: ClockReading = '0000000000000-0000';

const largestCounter = 0xffff;
/** The year 2255. Readings beyond it are a mistake and must not carry the clock to its end. */
const latestPlausible = 9_000_000_000_000;

/**
 * The reading after `last` at the time `now` (milliseconds since 1970). Always greater than `last`, also when the
 * computer's clock was set back.
 */
export function nextReading(last: ClockReading, now: number): ClockReading {
  const before = split(last);
  const time = Math.min(Math.max(0, Math.trunc(now)), latestPlausible);
  if (time > before.time) return join(time, 0);
  if (before.counter < largestCounter) return join(before.time, before.counter + 1);
  return join(before.time + 1, 0);
}

/** The greater of the own reading and one seen in an operation. An implausible one is not taken over. */
export function laterReading(own: ClockReading, seen: ClockReading): ClockReading {
  return seen > own && split(seen).time <= latestPlausible ? seen : own;
}

/** Milliseconds since 1970. */
export const timeOf = (reading: ClockReading): number => split(reading).time;

function split(reading: ClockReading): { readonly time: number; readonly counter: number } {
  return { time: Number(reading.slice(0, 13)), counter: parseInt(reading.slice(14), 16) };
}

const join = (time: number, counter: number): ClockReading =>
  `${String(time).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}`;
