import type { TaggedPage } from '../pdf/structureElement.ts';
import { layOutWithSources } from '../text/layOutText.ts';
import type { SourcedText } from '../text/layOutText.ts';
import type { PageText, TextLine } from '../text/pageText.ts';
import { blocksFromLooks } from './blocksFromLooks.ts';
import { blocksFromTags } from './blocksFromTags.ts';
import { isBackground, withPictures } from './figureBoxes.ts';
import { joinRanges, markedText, toRanges } from './markedText.ts';
import type { Block, PageStructure, Words } from './pageStructure.ts';
import { wordsOf } from './pageStructure.ts';

export interface StructuredText {
  readonly text: PageText;
  readonly structure: PageStructure;
}

/** A tree that reaches a smaller share of the letters (artifacts aside) is not the page's structure. */
const leastReached = 0.5;

/**
 * A page's text and its structure: from the file's tags where they reach the words, else from how the page looks. No
 * word but those of artifacts is lost: what the tags leave out comes where it stands on the page.
 */
export function structureOf(page: TaggedPage): StructuredText {
  const sourced = layOutWithSources(page.characters);
  const { language, hasDrawings } = page;
  const tagged = page.roots.length > 0 ? fromTags(page, sourced) : null;
  const blocks = tagged ?? fromLooks(page, sourced);
  return {
    text: sourced.text,
    structure: { source: tagged ? 'tags' : 'looks', language, blocks, hasDrawings },
  };
}

/** A page without a word stays without blocks: what it shows is told of as a whole. */
function fromLooks({ drawings, bold }: TaggedPage, { text, sources }: SourcedText): readonly Block[] {
  const isBold = (offset: number): boolean => bold[sources[offset] ?? -1] === 1;
  const blocks = blocksFromLooks(text, ({ start, end }) => [{ start, end }], isBold);
  return blocks.length === 0 ? blocks : withPictures(blocks, text, drawings);
}

/** Null when the tags are not worth following. */
function fromTags({ roots, marks, drawings }: TaggedPage, sourced: SourcedText): Block[] | null {
  const { text, sources } = sourced;
  const content = markedText(sourced, marks);
  const join = (words: Words): Words => joinRanges(words, sources);
  const blocks = blocksFromTags(
    {
      text: text.text,
      take: content.take,
      join,
      drawings: new Map(
        drawings.filter(({ box }) => !isBackground(box, text)).map(({ mark, box }) => [mark, box]),
      ),
    },
    roots,
  );
  const { all, taken, artifacts } = content.counts();
  const isEmpty = blocks.length === 0 && all > 0;
  if (isEmpty || taken < leastReached * (all - artifacts)) return null;
  return withLeftOver(blocks, leftOver(text, content.left(), sources));
}

/** Blocks of the words that no tag reached. */
function leftOver(text: PageText, offsets: readonly number[], sources: Int32Array): Block[] {
  if (offsets.length === 0) return [];
  const wordsIn = ({ start, end }: TextLine): Words =>
    toRanges(
      offsets.filter((offset) => offset >= start && offset < end),
      sources,
    );
  return blocksFromLooks(text, wordsIn).map((block) =>
    block.type === 'heading' ? { ...block, type: 'paragraph', level: 0 } : block,
  );
}

/** Puts each block after the one that holds the words before it on the page. */
function withLeftOver(blocks: readonly Block[], rest: readonly Block[]): Block[] {
  const before: Block[] = [];
  const after = new Map<Block, Block[]>();
  for (const block of rest) {
    const start = wordsOf(block)[0]?.start ?? 0;
    const previous = blockBefore(blocks, start);
    if (previous === null) before.push(block);
    else after.set(previous, [...(after.get(previous) ?? []), block]);
  }
  return [...before, ...blocks.flatMap((block) => [block, ...(after.get(block) ?? [])])];
}

function blockBefore(blocks: readonly Block[], offset: number): Block | null {
  let nearest: Block | null = null;
  let nearestStart = -1;
  for (const block of blocks) {
    for (const { start } of wordsOf(block)) {
      if (start <= offset && start > nearestStart) [nearest, nearestStart] = [block, start];
    }
  }
  return nearest;
}
