import type { OutlineEntry } from '../../../../core/pdf/outline.ts';

/** What is known of a document's outline. */
export type OutlineState =
  /** Not a PDF, or not here: there is nothing to unfold. */
  | { readonly type: 'without' }
  | { readonly type: 'unread' }
  | { readonly type: 'reading' }
  | { readonly type: 'failed' }
  | { readonly type: 'read'; readonly entries: readonly OutlineEntry[]; readonly isCut: boolean };

export type OutlineRow = {
  readonly key: string;
  /** 1 for documents. */
  readonly level: number;
  readonly documentIndex: number;
  /** Among the rows with the same parent, from 1, and how many there are. */
  readonly position: number;
  readonly siblings: number;
  /** Null when there is nothing to unfold. */
  readonly isOpen: boolean | null;
} & (
  | { readonly kind: 'document' }
  | { readonly kind: 'entry'; readonly entryIndex: number; readonly entry: OutlineEntry }
  /** Words in the place of entries. */
  | { readonly kind: 'reading' | 'failed' | 'none' | 'cut' }
);

export interface OutlineView {
  readonly outlines: readonly OutlineState[];
  /** What the person has unfolded (true) or folded, by the key of its row. */
  readonly chosen: ReadonlyMap<string, boolean>;
  /** The document being read is unfolded by itself. */
  readonly currentDocument: number;
}

/** Outlines shorter than this are shown whole. */
const fewEntries = 40;

/** The rows of the tree as unfolded: documents, and below them their entries. */
export function outlineRows({ outlines, chosen, currentDocument }: OutlineView): readonly OutlineRow[] {
  return outlines.flatMap((outline, documentIndex) => {
    const key = documentKey(documentIndex);
    const canOpen = outline.type !== 'without';
    const isOpen = canOpen && isDocumentOpen(documentIndex, chosen, currentDocument);
    const document: OutlineRow = {
      kind: 'document',
      key,
      level: 1,
      documentIndex,
      position: documentIndex + 1,
      siblings: outlines.length,
      isOpen: canOpen ? isOpen : null,
    };
    return isOpen ? [document, ...rowsBelow(documentIndex, outline, chosen)] : [document];
  });
}

function rowsBelow(
  documentIndex: number,
  outline: OutlineState,
  chosen: ReadonlyMap<string, boolean>,
): OutlineRow[] {
  const words = (kind: 'reading' | 'failed' | 'none' | 'cut'): OutlineRow => ({
    kind,
    key: `${documentIndex}:${kind}`,
    level: 2,
    documentIndex,
    position: 1,
    siblings: 1,
    isOpen: null,
  });
  if (outline.type === 'failed') return [words('failed')];
  if (outline.type !== 'read') return [words('reading')];
  if (outline.entries.length === 0) return [words('none')];
  const rows = entryRows(documentIndex, outline.entries, chosen);
  return outline.isCut ? [...rows, words('cut')] : rows;
}

function entryRows(
  documentIndex: number,
  entries: readonly OutlineEntry[],
  chosen: ReadonlyMap<string, boolean>,
): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const places = siblingPlaces(entries);
  /** Entries deeper than this lie under a folded one. */
  let folded = Infinity;
  entries.forEach((entry, entryIndex) => {
    if (entry.level > folded) return;
    folded = Infinity;
    const key = entryKey(documentIndex, entryIndex);
    const hasChildren = (entries[entryIndex + 1]?.level ?? 0) > entry.level;
    const isOpen = chosen.get(key) ?? entries.length <= fewEntries;
    if (hasChildren && !isOpen) folded = entry.level;
    const { position, siblings } = places[entryIndex] ?? { position: 1, siblings: 1 };
    rows.push({
      kind: 'entry',
      key,
      level: entry.level + 1,
      documentIndex,
      position,
      siblings,
      entryIndex,
      entry,
      isOpen: hasChildren ? isOpen : null,
    });
  });
  return rows;
}

function siblingPlaces(
  entries: readonly OutlineEntry[],
): readonly { readonly position: number; readonly siblings: number }[] {
  const positions: number[] = [];
  const groups: { count: number }[] = [];
  const open: { count: number }[] = [];
  for (const { level } of entries) {
    open.length = Math.min(open.length, level);
    const group = (open[level - 1] ??= { count: 0 });
    group.count += 1;
    positions.push(group.count);
    groups.push(group);
  }
  return positions.map((position, index) => ({ position, siblings: groups[index]?.count ?? 1 }));
}

export const isDocumentOpen = (
  documentIndex: number,
  chosen: ReadonlyMap<string, boolean>,
  currentDocument: number,
): boolean => chosen.get(documentKey(documentIndex)) ?? documentIndex === currentDocument;

const documentKey = (documentIndex: number): string => `${documentIndex}`;
const entryKey = (documentIndex: number, entryIndex: number): string => `${documentIndex}:${entryIndex}`;

/** Where one reads: a page of the file, and the height on it (user space) where that is known. */
export interface OutlinePlace {
  readonly documentIndex: number;
  readonly filePage: number;
  readonly y: number | null;
}

/** Index of the section that is being read: the last entry that begins at or before here. -1 before the first. */
export function currentEntry(
  entries: readonly OutlineEntry[],
  { filePage, y }: Omit<OutlinePlace, 'documentIndex'>,
): number {
  let found = -1;
  let best = { page: 0, y: Infinity };
  entries.forEach(({ target }, index) => {
    if (target?.type !== 'page' || target.page > filePage) return;
    const begins = { page: target.page, y: target.y ?? Infinity };
    if (begins.page === filePage && y !== null && begins.y !== Infinity && begins.y < y) return;
    if (begins.page < best.page || (begins.page === best.page && begins.y > best.y)) return;
    best = begins;
    found = index;
  });
  return found;
}

/** The row that stands for an entry: its own, or the folded one it lies under. -1 when its document is folded. */
export function rowOfEntry(rows: readonly OutlineRow[], documentIndex: number, entryIndex: number): number {
  return rows.findLastIndex(
    (row) => row.kind === 'entry' && row.documentIndex === documentIndex && row.entryIndex <= entryIndex,
  );
}

/** The row that a row lies under; itself when it lies under none. */
export function parentRow(rows: readonly OutlineRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  const found = rows.findLastIndex((row, at) => at < index && row.level < level);
  return found < 0 ? index : found;
}
