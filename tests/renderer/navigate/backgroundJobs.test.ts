import { expect, it } from 'vitest';
import { backgroundUrgency, createPdfHost } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { FromWorker, PdfJob, ToWorker } from '../../../renderer/features/reader/engine/pdfJobs.ts';

const file = { sha256: 'a'.repeat(64), url: 'app://ui/documents/a' };
const area = { pageWidth: 100, pageHeight: 140, left: 0, top: 0, width: 100, height: 140 };
const draw = (page: number): PdfJob & { type: 'draw' } => ({ type: 'draw', file, page, area });
const wasm = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));

/** A host with a ready worker that does nothing by itself. */
async function startHost() {
  const told: ToWorker[] = [];
  let say: (message: FromWorker) => void = () => undefined;
  const host = createPdfHost('app://ui/pdfium.wasm', (listener) => {
    say = listener;
    return { tell: (message) => told.push(message), terminate: () => undefined };
  });
  host.warm();
  say({ type: 'ready', wasm });
  const jobs = () =>
    told.flatMap((message) =>
      message.type === 'job' && message.job.type === 'draw'
        ? [{ id: message.id, page: message.job.page, isAhead: message.isAhead }]
        : [],
    );
  const cancelled = () => told.flatMap((message) => (message.type === 'cancel' ? [message.id] : []));
  return { host, jobs, cancelled, say: (message: FromWorker) => say(message) };
}
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const failed = (id: number): FromWorker => ({
  type: 'failed',
  id,
  error: { code: 'documentDamaged' },
  heapBytes: 0,
});

it('a small drawing gives way to a page that is asked for, and is done afterwards', async () => {
  const { host, jobs, cancelled, say } = await startHost();
  const small = host.request(draw(1), () => backgroundUrgency + 1);
  host.request(draw(2), () => backgroundUrgency + 2);
  await soon();
  const [first] = jobs();
  host.request(draw(9), () => 5);
  await soon();
  expect(cancelled()).toEqual([first?.id]);
  for (const id of cancelled()) say({ type: 'cancelled', id });
  await soon();
  expect(jobs().map(({ page }) => page)).toEqual([1, 9]);
  const [, page] = jobs();
  say(failed(page?.id ?? 0));
  await soon();
  const [, , again] = jobs();
  expect(again?.page).toBe(1);
  say(failed(again?.id ?? 0));
  expect(await small.answer).toMatchObject({ ok: false });
  expect(again?.id).not.toBe(first?.id);
});

it('a small drawing is begun only when the worker has nothing else; a page out of view is, and can be stopped soon', async () => {
  const { host, jobs, say } = await startHost();
  host.request(draw(1), () => 1);
  host.request(draw(2), () => backgroundUrgency);
  host.request(draw(3), () => 1000);
  await soon();
  expect(jobs()).toMatchObject([
    { page: 1, isAhead: false },
    { page: 3, isAhead: true },
  ]);
  for (const { id } of jobs()) say(failed(id));
  await soon();
  expect(jobs().at(-1)).toMatchObject({ page: 2 });
});

it('a page in view gives way to nothing', async () => {
  const { host, cancelled } = await startHost();
  host.request(draw(1), () => 10);
  await soon();
  host.request(draw(2), () => 1);
  await soon();
  expect(cancelled()).toEqual([]);
});

it('what gives way and is then no longer wanted is cancelled', async () => {
  const { host, jobs, cancelled, say } = await startHost();
  const small = host.request(draw(1), () => backgroundUrgency);
  await soon();
  host.request(draw(2), () => 1);
  host.request(draw(3), () => 2);
  await soon();
  small.cancel();
  for (const id of new Set(cancelled())) say({ type: 'cancelled', id });
  expect(await small.answer).toBeNull();
  expect(jobs().filter(({ page }) => page === 1)).toHaveLength(1);
});
