import type { Random } from '../fuzz/seededRandom.ts';
import type { Layout } from './printedDocument.ts';
import type { Paragraph, Token, Writer } from './swedishText.ts';

export interface Revision {
  readonly paragraphs: readonly Paragraph[];
  readonly layout: Layout;
}

type Change = (paragraphs: readonly Paragraph[], layout: Layout, random: Random, writer: Writer) => Revision;

const positions = (paragraphs: readonly Paragraph[], random: Random, share: number): ReadonlySet<number> =>
  new Set(paragraphs.flatMap((_, i) => (random.below(1000) < share * 1000 ? [i] : [])));

const confusions: Readonly<Record<string, string>> = {
  l: '1',
  o: '0',
  e: 'c',
  ä: 'a',
  å: 'a',
  ö: 'o',
  m: 'rn',
  i: 'l',
  n: 'h',
};

function misread(token: Token, random: Random, rate: number): Token {
  const text = [...token.text]
    .map((letter) => {
      if (random.below(1000) >= rate * 1000) return letter;
      return random.below(4) === 0
        ? ''
        : (confusions[letter.toLowerCase()] ?? random.pick(['x', 't', 'r', '']));
    })
    .join('');
  return { ...token, text: text === '' ? '.' : text };
}

const scan =
  (rate: number): Change =>
  (paragraphs, layout, random) => ({
    paragraphs: paragraphs.map((paragraph) => paragraph.map((token) => misread(token, random, rate))),
    layout: { ...layout, width: layout.width + 9 },
  });

/** What happens to documents between two revisions, by the name used in the table. */
export const changes: Readonly<Record<string, Change>> = {
  'nothing but another file': (paragraphs, layout) => ({ paragraphs, layout }),
  'pages rewrapped, other font': (paragraphs, layout) => ({
    paragraphs,
    layout: { ...layout, width: layout.width - 17, linesPerPage: layout.linesPerPage - 6 },
  }),
  'hyphenation and ligatures': (paragraphs, layout) => ({
    paragraphs,
    layout: { ...layout, width: layout.width - 8, hyphenates: true, ligatures: true },
  }),
  'paragraphs inserted': (paragraphs, layout, random, writer) => {
    const at = positions(paragraphs, random, 0.15);
    return {
      paragraphs: paragraphs.flatMap((each, i) => (at.has(i) ? [writer.paragraph(2), each] : [each])),
      layout,
    };
  },
  'paragraphs deleted': (paragraphs, layout, random) => {
    const at = positions(paragraphs, random, 0.15);
    return { paragraphs: paragraphs.filter((_, i) => !at.has(i)), layout };
  },
  'words changed in a fifth of the paragraphs': (paragraphs, layout, random, writer) => {
    const at = positions(paragraphs, random, 0.2);
    return {
      paragraphs: paragraphs.map((each, i) => {
        if (!at.has(i)) return each;
        const from = random.below(each.length);
        return [
          ...each.slice(0, from),
          ...writer.tokens('efter revidering den 3 november'),
          ...each.slice(from + 2),
        ];
      }),
      layout,
    };
  },
  'paragraphs moved': (paragraphs, layout, random) => {
    const at = positions(paragraphs, random, 0.1);
    const moved = paragraphs.filter((_, i) => at.has(i));
    const rest = paragraphs.filter((_, i) => !at.has(i));
    const to = random.below(rest.length + 1);
    return { paragraphs: [...rest.slice(0, to), ...moved, ...rest.slice(to)], layout };
  },
  'near-identical paragraphs added': (paragraphs, layout, random, writer) => {
    const at = positions(paragraphs, random, 0.25);
    return {
      paragraphs: paragraphs.flatMap((each, i) =>
        at.has(i)
          ? random.below(2) === 0
            ? [writer.nearCopy(each), each]
            : [each, writer.nearCopy(each)]
          : [each],
      ),
      layout,
    };
  },
  'deleted, a near-identical one stands elsewhere': (paragraphs, layout, random, writer) => {
    const at = positions(paragraphs, random, 0.2);
    const kept = paragraphs.filter((_, i) => !at.has(i));
    for (const gone of paragraphs.filter((_, i) => at.has(i))) {
      kept.splice(random.below(kept.length + 1), 0, writer.nearCopy(gone));
    }
    return { paragraphs: kept, layout };
  },
  'scanned, 1 % of letters misread': scan(0.01),
  'scanned, 3 % of letters misread': scan(0.03),
  'all at once': (paragraphs, layout, random, writer) => {
    const inserted = paragraphs.flatMap((each) =>
      random.below(8) === 0 ? [writer.paragraph(2), each] : [each],
    );
    const kept = inserted.filter(() => random.below(12) !== 0);
    const moved = kept.splice(random.below(kept.length), 2);
    kept.splice(random.below(kept.length), 0, ...moved);
    return scan(0.01)(kept, { ...layout, linesPerPage: layout.linesPerPage - 5 }, random, writer);
  },
};
