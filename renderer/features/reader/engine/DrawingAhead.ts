import type { PdfHost, PdfRequest } from './pdfHost.ts';
import type { DrawnPage, PdfJob } from './pdfJobs.ts';

export type DrawJob = Extract<PdfJob, { readonly type: 'draw' }>;

/** Where drawings are asked for. */
export interface Drawings {
  request(job: DrawJob, urgency: () => number): PdfRequest<DrawnPage>;
}

interface Prepared {
  readonly job: DrawJob;
  readonly request: PdfRequest<DrawnPage>;
  readonly limit: ReturnType<typeof setTimeout>;
  /** Its urgency becomes that of whoever shows the page. */
  readonly wanted: { urgency: () => number };
}

/** Before all else: nothing is on the screen yet. */
const preparedUrgency = -2;
/** Not wanted by then, it will not be. */
export const preparedMs = 3000;

/**
 * One drawing is asked for before the page that will show it is there; who then asks for the same gets it. Anything else of
 * that page, and time, lets go of it.
 */
export class DrawingAhead implements Drawings {
  readonly #host: Pick<PdfHost, 'request'>;
  #prepared: Prepared | null = null;

  constructor(host: Pick<PdfHost, 'request'>) {
    this.#host = host;
  }

  prepare(job: DrawJob): void {
    this.drop();
    const wanted = { urgency: () => preparedUrgency };
    const request = this.#host.request(job, () => wanted.urgency());
    this.#prepared = { job, request, wanted, limit: setTimeout(() => this.drop(), preparedMs) };
  }

  request(job: DrawJob, urgency: () => number): PdfRequest<DrawnPage> {
    const prepared = this.#prepared;
    if (prepared === null || !isSamePage(prepared.job, job)) return this.#host.request(job, urgency);
    if (!isSameDrawing(prepared.job, job)) {
      this.drop();
      return this.#host.request(job, urgency);
    }
    this.#prepared = null;
    clearTimeout(prepared.limit);
    prepared.wanted.urgency = urgency;
    return prepared.request;
  }

  /** What nobody has asked for is cancelled, or its memory let go. */
  drop(): void {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (prepared === null) return;
    clearTimeout(prepared.limit);
    prepared.request.cancel();
    void prepared.request.answer.then((drawn) => drawn?.ok && drawn.value.bitmap.close());
  }
}

const isSamePage = (one: DrawJob, other: DrawJob): boolean =>
  one.page === other.page && one.file.sha256 === other.file.sha256;

function isSameDrawing(one: DrawJob, other: DrawJob): boolean {
  const [a, b] = [one.area, other.area];
  return (
    (one.file.quarterTurns ?? 0) === (other.file.quarterTurns ?? 0) &&
    (one.look ?? null) === (other.look ?? null) &&
    a.pageWidth === b.pageWidth &&
    a.pageHeight === b.pageHeight &&
    a.left === b.left &&
    a.top === b.top &&
    a.width === b.width &&
    a.height === b.height
  );
}
