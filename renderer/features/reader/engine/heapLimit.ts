const megabyte = 1024 * 1024;
const usualBytes = 144 * megabyte;
const mostBytes = 1152 * megabyte;
/** A worker that fills its heap with fewer jobs than this needs it: the limit is doubled. */
const fewJobs = 30;
/** After so many jobs the pages that needed it are left behind: the usual limit holds again. */
const manyJobs = 200;

/** How large the heap of a worker may get before the worker is replaced: PDFium's never shrinks. */
export interface HeapLimit {
  /** A worker begins with an empty heap. */
  begin(): void;
  /** Told after each job; whether the worker is to be replaced. */
  isReached(heapBytes: number): boolean;
}

export function createHeapLimit(): HeapLimit {
  let limit = usualBytes;
  let jobs = 0;
  return {
    begin() {
      jobs = 0;
    },
    isReached(heapBytes) {
      jobs++;
      while (jobs < fewJobs && heapBytes > limit && limit < mostBytes) limit *= 2;
      // Else what one heavy page was given would be kept for good.
      if (jobs >= manyJobs) limit = usualBytes;
      return heapBytes > limit;
    },
  };
}
