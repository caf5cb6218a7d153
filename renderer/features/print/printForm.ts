import { addRanges } from '../../../core/reading/pageRanges.ts';
import { eachPage, pagesAsWords, readPageWords } from '../../../core/print/pageWords.ts';
import type { ChosenPages, PageWordsFault } from '../../../core/print/pageWords.ts';
import { openDocumentsOf, printedHolders } from '../../../core/print/printedMeeting.ts';
import type { PrintedDocument, PrintedHolder, PrintedMeeting } from '../../../core/print/printedMeeting.ts';
import type { PagesPerSheet, PrintChoice, PrintNotes, PrintOrder } from '../../../core/print/printOrder.ts';

export type PrintWhat = 'document' | 'pages' | 'holder' | 'items' | 'meeting';

/** What stands in the dialog. */
export interface PrintForm {
  readonly what: PrintWhat;
  readonly pageWords: string;
  readonly ids: ReadonlySet<string>;
  readonly notes: PrintNotes;
  readonly perSheet: PagesPerSheet;
  readonly stamped: boolean;
}

/** What is open where the dialog was asked for. */
export interface PrintScene {
  readonly meeting: PrintedMeeting;
  readonly document: PrintedDocument | null;
  /** The item or briefing that is open. */
  readonly holder: PrintedHolder | null;
}

export function sceneAt(
  meeting: PrintedMeeting,
  holderId: string | null,
  documentId: string | null,
): PrintScene {
  const holder = printedHolders(meeting).find(({ id }) => id === holderId) ?? null;
  const documents = holder === null ? [] : openDocumentsOf(holder);
  return { meeting, holder, document: documents.find(({ id }) => id === documentId) ?? null };
}

/** What can be printed there; the first is chosen to begin with. */
export function offered({ document, holder }: PrintScene): readonly PrintWhat[] {
  const isSealed = (holder?.item ?? holder?.briefing)?.sealed != null;
  return [
    ...(document === null ? [] : (['document'] as const)),
    ...(document === null && holder === null ? (['meeting'] as const) : []),
    'pages',
    ...(holder === null || isSealed ? [] : (['holder'] as const)),
    'items',
    ...(document === null && holder === null ? [] : (['meeting'] as const)),
  ];
}

export function firstForm(scene: PrintScene): PrintForm {
  const { document, holder } = scene;
  const isSealed = (holder?.item ?? holder?.briefing)?.sealed != null;
  const what = document !== null ? 'document' : holder !== null && !isSealed ? 'holder' : 'meeting';
  return {
    what,
    pageWords: '',
    ids: new Set(holder === null ? [] : [holder.id]),
    notes: 'none',
    perSheet: 1,
    stamped: true,
  };
}

/** What the form asks for; null with the reason in the words of pages, or null when nothing is chosen. */
export function orderOf(
  form: PrintForm,
  scene: PrintScene,
): { readonly order: PrintOrder | null; readonly fault: PageWordsFault | null } {
  const { notes, perSheet, stamped } = form;
  const made = (choice: PrintChoice): { order: PrintOrder; fault: null } => ({
    order: { choice, notes, perSheet, stamped },
    fault: null,
  });
  const { document, holder, meeting } = scene;
  switch (form.what) {
    case 'document':
      return document === null
        ? { order: null, fault: null }
        : made({ what: 'pages', documents: [{ id: document.id, pages: null }] });
    case 'holder':
      return holder === null ? { order: null, fault: null } : made({ what: 'items', ids: [holder.id] });
    case 'items':
      return form.ids.size === 0 ? { order: null, fault: null } : made({ what: 'items', ids: [...form.ids] });
    case 'meeting':
      return made({ what: 'meeting' });
    case 'pages': {
      const read = readPageWords(form.pageWords, document, meeting);
      if (!read.ok) return { order: null, fault: read.fault };
      const documents = read.chosen.map(({ id, pages }) => ({
        id,
        pages: pages.map(([from, to]): [number, number] => [from, to]),
      }));
      return made({ what: 'pages', documents });
    }
  }
}

/** Pages of the open document that the words name. */
export function tickedPages(words: string, scene: PrintScene): ReadonlySet<number> {
  const read = readPageWords(words, scene.document, scene.meeting);
  const own = read.ok ? read.chosen.find(({ id }) => id === scene.document?.id) : undefined;
  return new Set(own === undefined ? [] : eachPage(own.pages, scene.document?.pageCount ?? 0));
}

/** The words after a page of the open document was ticked or unticked; pages of the rest of the pack stay. */
export function withPage(words: string, scene: PrintScene, page: number, isTicked: boolean): string {
  const { document, meeting } = scene;
  if (document === null) return words;
  const read = readPageWords(words, document, meeting);
  const chosen: ChosenPages = read.ok ? read.chosen : [];
  const before = tickedPages(words, scene);
  const after = isTicked ? [...before, page] : [...before].filter((each) => each !== page);
  const own = pagesAsWords(
    addRanges(
      [],
      after.map((each) => [each, each] as const),
    ),
  );
  const others = chosen
    .filter(({ id }) => id !== document.id)
    .flatMap(({ id, pages }) => packWords(id, pages, meeting));
  return [own, ...others].filter((piece) => piece !== '').join(', ');
}

function packWords(
  id: string,
  pages: ChosenPages[number]['pages'],
  meeting: PrintedMeeting,
): readonly string[] {
  const document = printedHolders(meeting)
    .flatMap(openDocumentsOf)
    .find((each) => each.id === id);
  const first = document?.firstPackPage ?? null;
  if (first === null) return [];
  return pages.map(([from, to]) =>
    from === to ? `p${first + from - 1}` : `p${first + from - 1}-${first + to - 1}`,
  );
}

/** An item and everything below it. */
export function withDescendants(holder: PrintedHolder, meeting: PrintedMeeting): readonly string[] {
  if (holder.item === null) return [holder.id];
  return printedHolders({ agenda: [holder.item], briefings: [] })
    .filter(({ item }) => item?.sealed === null)
    .map(({ id }) => id)
    .filter((id) => printedHolders(meeting).some((each) => each.id === id));
}
