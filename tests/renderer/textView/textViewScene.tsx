import { act } from '@testing-library/react';
import { vi } from 'vitest';
import type { BereddError } from '../../../core/errors.ts';
import type { PageComment } from '../../../core/pdf/comments.ts';
import type { PageLink } from '../../../core/pdf/links.ts';
import { artifact, unmarked } from '../../../core/pdf/structureElement.ts';
import type { StructureElement, TaggedPage } from '../../../core/pdf/structureElement.ts';
import { defaultTextView } from '../../../core/settings/textViewSettings.ts';
import type { TextViewSettings } from '../../../core/settings/textViewSettings.ts';
import type { StructuredText } from '../../../core/structure/structureOf.ts';
import { structureOf } from '../../../core/structure/structureOf.ts';
import type { PdfHost, PdfRequest } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { PdfJob, PdfResults } from '../../../renderer/features/reader/engine/pdfJobs.ts';
import type { ReaderComponentProps } from '../../../renderer/features/reader/Reader.tsx';
import { charactersOf } from '../../core/text/charactersOf.ts';
import { openReader, pause } from '../reader/openReader.tsx';
import { fakeHost } from '../reader/readerBuilders.ts';

/** A line of a page and the marked content it belongs to. */
export interface MarkedLine {
  readonly text: string;
  readonly mark?: number | 'artifact';
}

type TestKid = number | TestTag;
export interface TestTag {
  readonly type: string;
  readonly kids: readonly TestKid[];
  readonly alternative?: string;
}

export const tag = (type: string, ...kids: readonly TestKid[]): TestTag => ({ type, kids });

function elementOf({ type, kids, alternative = '' }: TestTag): StructureElement {
  return {
    type,
    alternative,
    language: '',
    scope: null,
    columnSpan: 1,
    rowSpan: 1,
    kids: kids.map((kid) => (typeof kid === 'number' ? kid : elementOf(kid))),
  };
}

/** A page of lines 20 points apart, and its tags. */
export function structuredPage(
  lines: readonly MarkedLine[],
  tags: readonly TestTag[] = [],
  more: { language?: string; hasDrawings?: boolean; drawings?: TaggedPage['drawings'] } = {},
): StructuredText {
  const characters = charactersOf(...lines.map(({ text }, i) => ({ text, x: 50, y: 740 - i * 20 })));
  const marks = lines.flatMap(({ text, mark = unmarked }) =>
    [...text].map(() => (mark === 'artifact' ? artifact : mark)),
  );
  const { language = 'sv-SE', hasDrawings = false, drawings = [] } = more;
  const roots = tags.map(elementOf);
  return structureOf({
    characters,
    marks: Int32Array.from(marks),
    bold: new Uint8Array(marks.length),
    roots,
    language,
    drawings,
    hasDrawings,
  });
}

/** Answers structures, texts and links of these pages, every file alike; a failure where a page says so. */
export function hostOf(
  pages: readonly (StructuredText | BereddError)[],
  links: readonly PageLink[] = [],
  comments: readonly PageComment[] = [],
): {
  host: PdfHost;
  retried: (number | null)[];
} {
  const { host, retried } = fakeHost();
  const answer = (page: number): StructuredText | BereddError => pages[page - 1] ?? structuredPage([]);
  return {
    retried,
    host: {
      ...host,
      request<J extends PdfJob>(job: J, urgency: () => number): PdfRequest<PdfResults[J['type']]> {
        if (job.type === 'links' || job.type === 'comments') {
          const value = job.type === 'links' ? links : comments;
          const settled = { ok: true, value } as Awaited<PdfRequest<PdfResults[J['type']]>['answer']>;
          return { answer: Promise.resolve(settled), cancel: () => undefined };
        }
        if (job.type !== 'structure' && job.type !== 'text') return host.request(job, urgency);
        const page = answer(job.page);
        const outcome =
          'code' in page
            ? { ok: false as const, error: page }
            : { ok: true as const, value: job.type === 'text' ? page.text : page };
        const settled = outcome as Awaited<PdfRequest<PdfResults[J['type']]>['answer']>;
        return { answer: Promise.resolve(settled), cancel: () => undefined };
      },
    },
  };
}

/** Opens the reader with text shown. */
export async function openTextView(
  pages: readonly (StructuredText | BereddError)[],
  props: Partial<ReaderComponentProps> = {},
  settings: Partial<TextViewSettings> = {},
  links: readonly PageLink[] = [],
  comments: readonly PageComment[] = [],
) {
  // jsdom lays nothing out and animates nothing.
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  Element.prototype.animate = vi.fn<typeof Element.prototype.animate>();
  const onChange = vi.fn<(settings: TextViewSettings) => void>();
  const { host, retried } = hostOf(pages, links, comments);
  const textView = {
    settings: { ...defaultTextView, isShown: true, ...settings },
    onChange,
    shortcut: 'Alt+T',
  };
  const reader = await openReader({ host, textView, ...props });
  await pause(100);
  return { ...reader, onChange, retried };
}

/** Selects letters of an element's words, as the pointer would. */
export async function selectLetters(element: Element, start: number, end: number): Promise<void> {
  const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (!node) throw new Error('there are no words to select');
  await act(async () => {
    getSelection()?.setBaseAndExtent(node, start, node, end);
    document.dispatchEvent(new Event('selectionchange'));
    await new Promise((resolve) => setTimeout(resolve, 250));
  });
}
