/** What is known of a document that a link could mean. */
export interface LinkedDocument {
  readonly id: string;
  readonly title: string;
  /** Its item or briefing. */
  readonly ownerId: string;
}

/**
 * The document that a link to a file means: the one whose title is the file's name without extension and order number,
 * first among those of the item the link stands in, then in the whole meeting. Null when none is meant, or when several
 * could be: nothing is guessed.
 */
export function documentOfLink(
  fileName: string,
  ownerId: string | null,
  documents: readonly LinkedDocument[],
): string | null {
  const stem = fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  const fitting = [plainName, plainNameWithoutNumber]
    .map((plain) => documents.filter((document) => plain(document.title) === plain(stem)))
    .find((found) => found.length > 0 && plainNameWithoutNumber(stem) !== '');
  const here = fitting?.filter((document) => document.ownerId === ownerId) ?? [];
  const [meant, other] = here.length > 0 ? here : (fitting ?? []);
  return meant === undefined || other !== undefined ? null : meant.id;
}

const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "01 Tjänsteskrivelse" and "1.2 Tjänsteskrivelse" are both "tjänsteskrivelse". */
const plainNameWithoutNumber = (name: string): string => plainName(name).replace(/^(?:\d+ )+(?=\P{N})/u, '');
