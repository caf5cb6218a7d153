import type { AgendaItem, Manifest, PackDocument, PackFile } from '../pack/manifest.ts';

/** A document that may be shown to everyone, and where it lies beside the page. */
export interface OpenDocument {
  readonly document: PackDocument;
  readonly file: PackFile;
  /** Relative address, `handlingar/07-tjansteskrivelse.pdf`. */
  readonly href: string;
}

export interface OpenVersion {
  readonly documents: readonly OpenDocument[];
  /** Documents left out because they hold personal data. */
  readonly personalData: number;
  /** Sealed items, of which only the public title is shown. */
  readonly sealedItems: number;
}

/**
 * What of a pack may be put on the web: documents of open items that are not marked as holding personal data. A shared
 * file goes out only when every document that shows a part of it may.
 */
export function openVersion(
  manifest: Pick<Manifest, 'agenda' | 'briefings' | 'files'>,
  folder: string,
): OpenVersion {
  const items = [...flat(manifest.agenda)];
  const holders = [...items, ...manifest.briefings];
  const all = holders.flatMap((holder) => holder.documents);
  const withPersonalData = new Set(all.filter((each) => each.personalData).map((each) => each.sha256));
  const files = new Map(manifest.files.map((file) => [file.sha256, file]));
  const taken = new Map<string, string>();
  const documents = all.flatMap((document): OpenDocument[] => {
    const file = files.get(document.sha256);
    if (file === undefined || withPersonalData.has(document.sha256)) return [];
    const href = taken.get(file.sha256) ?? freeName(folder, file.path, new Set(taken.values()));
    taken.set(file.sha256, href);
    return [{ document, file, href }];
  });
  return {
    documents,
    personalData: all.length - documents.length,
    sealedItems: holders.filter((holder) => holder.sealed !== null).length,
  };
}

function* flat(items: readonly AgendaItem[]): Generator<AgendaItem> {
  for (const item of items) {
    yield item;
    yield* flat(item.children);
  }
}

/** `docs/07-detaljplan/tjansteskrivelse.pdf` → `<folder>/07-detaljplan-tjansteskrivelse.pdf`. */
function freeName(folder: string, entry: string, taken: ReadonlySet<string>): string {
  const name = entry.split('/').slice(1).join('-');
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let href = `${folder}/${name}`;
  for (let count = 2; taken.has(href); count++) href = `${folder}/${stem}-${count}${extension}`;
  return href;
}
