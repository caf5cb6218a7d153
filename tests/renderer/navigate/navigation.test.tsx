import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageLink } from '../../../core/pdf/links.ts';
import type { LinkTarget } from '../../../core/pdf/linksTarget.ts';
import type { PdfOutline } from '../../../core/pdf/outline.ts';
import type { PdfHost, PdfRequest } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { PdfJob, PdfResults } from '../../../renderer/features/reader/engine/pdfJobs.ts';
import { failure } from '../../../core/errors.ts';
import { openReader, pause } from '../reader/openReader.tsx';
import { fakeHost, readerDocument, readerMark } from '../reader/readerBuilders.ts';

/** Answers as the worker would, with these links on the first page and this outline. */
function hostWith(targets: readonly LinkTarget[], entries: PdfOutline['entries'] = []): PdfHost {
  const { host } = fakeHost();
  const links: PageLink[] = targets.map((target, i) => ({
    boxes: [{ left: 50, right: 150, bottom: 700 - i * 40, top: 720 - i * 40 }],
    text: `Länk ${i + 1}`,
    target,
  }));
  const answer = (job: PdfJob): PdfResults[keyof PdfResults] | null => {
    if (job.type === 'links') return job.page === 1 ? links : [];
    return job.type === 'outline' ? { entries, isCut: false } : null;
  };
  return {
    ...host,
    request<J extends PdfJob>(job: J, urgency: () => number): PdfRequest<PdfResults[J['type']]> {
      const value = answer(job);
      if (value === null) return host.request(job, urgency);
      const outcome = { ok: true as const, value: value as PdfResults[J['type']] };
      return { answer: Promise.resolve(outcome), cancel: () => undefined };
    },
  };
}

const plan = () => readerDocument({ title: 'Plan', pageCount: 40, firstPackPage: 1 });
const pageField = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Gå till sida i handlingen' });
const onLeaving = vi.fn<() => void>();
const onLink = vi.fn<(link: unknown) => void>();
beforeEach(() => {
  onLeaving.mockClear();
  onLink.mockClear();
});

describe('links', () => {
  const open = (targets: readonly LinkTarget[], documents = [plan()]) =>
    openReader({ documents, host: hostWith(targets), onLeaving, onLink });
  const link = (name: RegExp): HTMLElement => screen.getByRole('link', { name });

  it('within the document lead to their page, and the place left is told before', async () => {
    await open([{ type: 'page', page: 20, y: null }]);
    fireEvent.keyDown(link(/^Länk 1 \(till sidan 20\)/), { key: 'Enter' });
    await pause();
    expect(pageField().value).toBe('20');
    expect(onLeaving).toHaveBeenCalledOnce();
  });

  it('follow a click, but not the end of a selection', async () => {
    await open([{ type: 'address', address: 'https://granasa.example/' }]);
    const area = link(/^Länk 1/);
    fireEvent.mouseDown(area, { clientX: 10, clientY: 10 });
    fireEvent.mouseUp(window, { clientX: 60, clientY: 10 });
    fireEvent.click(area, { clientX: 60, clientY: 10 });
    expect(onLink).not.toHaveBeenCalled();
    fireEvent.mouseDown(area, { clientX: 10, clientY: 10 });
    fireEvent.mouseUp(window, { clientX: 11, clientY: 10 });
    fireEvent.click(area, { clientX: 11, clientY: 10 });
    expect(onLink).toHaveBeenCalledExactlyOnceWith({ type: 'address', address: 'https://granasa.example/' });
  });

  it('to a page of the same file lead to the document that holds it', async () => {
    const sha256 = 'f'.repeat(64);
    const first = readerDocument({ sha256, pages: { from: 1, to: 3 }, pageCount: 3 });
    const second = readerDocument({ title: 'Bilaga', sha256, pages: { from: 4, to: 9 }, pageCount: 6 });
    const { onDocumentShown } = await open(
      [
        { type: 'page', page: 5, y: null },
        { type: 'page', page: 30, y: null },
      ],
      [first, second],
    );
    const [inside, outside] = [link(/^Länk 1/), link(/^Länk 2/)];
    fireEvent.keyDown(outside, { key: 'Enter' });
    expect(onLink).toHaveBeenCalledExactlyOnceWith({ type: 'page', sha256, filePage: 30 });
    fireEvent.keyDown(inside, { key: 'Enter' });
    await pause();
    expect(onDocumentShown).toHaveBeenLastCalledWith(second.id);
    expect(pageField().value).toBe('2');
  });

  it('to files and commands are left to the owner', async () => {
    await open([{ type: 'file', name: 'Bilaga 2.pdf', page: 3 }, { type: 'action' }]);
    fireEvent.keyDown(link(/till handlingen Bilaga 2\.pdf/), { key: 'Enter' });
    fireEvent.keyDown(link(/följs inte/), { key: 'Enter' });
    expect(onLink.mock.calls).toEqual([
      [{ type: 'file', name: 'Bilaga 2.pdf', page: 3 }],
      [{ type: 'action' }],
    ]);
  });
});

describe('thumbnails', () => {
  const navigation = () => ({
    panel: null,
    width: 208,
    shortcuts: { thumbnails: 'Ctrl+Shift+M', outline: 'Ctrl+Shift+O' },
    onChange: vi.fn<(change: unknown) => void>(),
  });
  const strip = (): HTMLElement => screen.getByRole('region', { name: 'Miniatyrer' });
  const open = async (documents = [plan()], marks = documents.map((document) => readerMark(document))) => {
    const kept = navigation();
    const reader = await openReader({ documents, marks, host: hostWith([]), onLeaving, navigation: kept });
    act(() => reader.handle().toggleNavigation('thumbnails'));
    await pause(50);
    return { ...reader, kept };
  };

  it('open with the focus on the page being read, and are remembered', async () => {
    const { kept } = await open();
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Sida 1 av 40/);
    expect(kept.onChange).toHaveBeenLastCalledWith({ panel: 'thumbnails', width: 208 });
  });

  it('are only there near the view', async () => {
    await open([readerDocument({ pageCount: 1500 })]);
    expect(within(strip()).getAllByRole('button', { name: /^Sida / }).length).toBeLessThan(12);
  });

  it('tell both page numbers and how much was noted', async () => {
    await open();
    const first = within(strip()).getByRole('button', { name: /^Sida 1 av 40/ });
    expect(first.getAttribute('aria-label')).toBe('Sida 1 av 40, sida 1 i paketet, 1 anteckning');
    expect(first.textContent).toContain('paket 1');
  });

  it('go with the keys, and the page follows on Enter', async () => {
    await open();
    const press = (key: string): boolean =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
    press('ArrowDown');
    press('ArrowDown');
    await pause(20);
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Sida 3 av 40/);
    expect(pageField().value).toBe('1');
    press('End');
    await pause(20);
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Sida 40 av 40/);
    if (document.activeElement) fireEvent.click(document.activeElement);
    await pause();
    expect(pageField().value).toBe('40');
    expect(onLeaving).toHaveBeenCalledOnce();
    expect(strip().querySelector('[aria-current="page"]')?.getAttribute('aria-label')).toMatch(/^Sida 40/);
  });

  it('close by Escape, and the pages have the focus again', async () => {
    const { scroller, kept } = await open();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'Miniatyrer' })).toBeNull();
    expect(document.activeElement).toBe(scroller());
    expect(kept.onChange).toHaveBeenLastCalledWith({ panel: null, width: 208 });
  });
});

describe('the outline', () => {
  const entries: PdfOutline['entries'] = [
    { title: 'Bakgrund', level: 1, target: { type: 'page', page: 1, y: null } },
    { title: 'Tidigare beslut', level: 2, target: { type: 'page', page: 4, y: null } },
    { title: 'Konsekvenser', level: 1, target: { type: 'page', page: 9, y: null } },
    { title: 'Utan plats', level: 1, target: null },
  ];
  const open = async (outline = entries) => {
    const reader = await openReader({
      documents: [plan(), readerDocument({ title: 'Bilaga 1' })],
      host: hostWith([], outline),
      onLeaving,
    });
    act(() => reader.handle().toggleNavigation('outline'));
    await pause(50);
    return reader;
  };
  const names = (): (string | null)[] =>
    screen.getAllByRole('treeitem').map((item) => item.getAttribute('aria-label'));
  const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key });

  it('has the documents, and below the one being read its bookmarks', async () => {
    await open();
    expect(names()).toEqual([
      'Plan',
      'Bakgrund, sida 1',
      'Tidigare beslut, sida 4',
      'Konsekvenser, sida 9',
      'Utan plats',
      'Bilaga 1',
    ]);
  });

  it('says where it cannot be read, and reads it once more when asked', async () => {
    let isBroken = true;
    const { host, asked } = fakeHost((job) =>
      job.type === 'outline' && isBroken ? failure('documentTooSlow') : null,
    );
    const reader = await openReader({ documents: [plan()], host, onLeaving });
    act(() => reader.handle().toggleNavigation('outline'));
    await pause(50);
    expect(names()).toEqual(['Plan', 'Går inte att läsa. Försök igen']);
    isBroken = false;
    fireEvent.click(screen.getByRole('treeitem', { name: /Försök igen/ }));
    await pause(50);
    expect(names()).toEqual(['Plan', 'Ingen innehållsförteckning']);
    expect(asked.filter(({ type }) => type === 'outline')).toHaveLength(2);
  });

  it('says that a document has none', async () => {
    await open([]);
    expect(names()).toEqual(['Plan', 'Ingen innehållsförteckning', 'Bilaga 1']);
  });

  it('is a tree for the keyboard', async () => {
    await open();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Bakgrund, sida 1');
    press('ArrowLeft');
    expect(names()).not.toContain('Tidigare beslut, sida 4');
    press('ArrowRight');
    press('ArrowRight');
    await pause(20);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Tidigare beslut, sida 4');
    press('b');
    await pause(20);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Bilaga 1');
    press('Home');
    press('ArrowLeft');
    expect(names()).toEqual(['Plan', 'Bilaga 1']);
  });

  it('leads to sections and marks the one being read', async () => {
    await open();
    fireEvent.click(screen.getByRole('treeitem', { name: 'Konsekvenser, sida 9' }));
    await pause();
    expect(pageField().value).toBe('9');
    expect(onLeaving).toHaveBeenCalledOnce();
    expect(screen.getByRole('treeitem', { current: 'location' }).getAttribute('aria-label')).toBe(
      'Konsekvenser, sida 9',
    );
  });
});

describe('the thumbnails of what cannot be shown', () => {
  const open = async (props: Parameters<typeof openReader>[0]) => {
    const reader = await openReader(props);
    act(() => reader.handle().toggleNavigation('thumbnails'));
    await pause(50);
  };

  it('say so for a page that cannot be drawn; the others are there', async () => {
    const { host } = fakeHost((job) =>
      job.type === 'draw' && job.page === 2 ? failure('documentDamaged', { detail: { page: 2 } }) : null,
    );
    await open({ documents: [readerDocument({ pageCount: 3, firstPackPage: null })], host });
    const list = screen.getByRole('list', { name: 'Miniatyrer' });
    expect(
      within(list)
        .getAllByRole('button')
        .map((button) => button.getAttribute('aria-label')),
    ).toEqual(['Sida 1 av 3', 'Sida 2 av 3, går inte att rita', 'Sida 3 av 3']);
  });

  it('name a document that has no pages here', async () => {
    await open({ documents: [readerDocument({ title: 'Bilaga 3', available: false }), plan()] });
    expect(screen.getByText('Bilaga 3: inga sidor att visa')).toBeTruthy();
  });
});
