/** How an element is read (ISO 32000-1, 14.8.4). `inline` goes on with the words around it. */
export type ElementKind =
  | 'group'
  | 'section'
  | 'heading'
  | 'paragraph'
  | 'caption'
  | 'note'
  | 'figure'
  | 'list'
  | 'table'
  | 'artifact'
  | 'inline';

const kinds: Readonly<Record<string, ElementKind>> = {
  Document: 'group',
  DocumentFragment: 'group',
  Part: 'group',
  Art: 'section',
  Sect: 'section',
  Aside: 'group',
  Div: 'group',
  Index: 'group',
  BlockQuote: 'group',
  LBody: 'group',
  LI: 'group',
  TOCI: 'group',
  TR: 'group',
  TH: 'group',
  TD: 'group',
  H: 'heading',
  Title: 'heading',
  P: 'paragraph',
  Caption: 'caption',
  Note: 'note',
  FENote: 'note',
  Figure: 'figure',
  Formula: 'figure',
  L: 'list',
  TOC: 'list',
  Table: 'table',
  Artifact: 'artifact',
};

/** Styles of word processors that a file forgot to map: "Heading 2", "Rubrik 1". */
const headingName = /^(?:H|Heading[ _]?|Rubrik[ _]?)(\d{1,2})$/i;

export function kindOf(type: string): ElementKind {
  return Object.hasOwn(kinds, type)
    ? (kinds[type] ?? 'inline')
    : headingName.test(type)
      ? 'heading'
      : 'inline';
}

/** 1–6. A heading without a number is as deep as the sections around it. */
export function headingLevel(type: string, sections: number): number {
  const number = Number(headingName.exec(type)?.[1] ?? (type === 'Title' ? 1 : Math.max(1, sections)));
  return Math.max(1, Math.min(6, number));
}
