import type { StructureElement } from '../pdf/structureElement.ts';
import { isBulletLabel, splitLabel } from './listLabels.ts';
import type { Block, ListItem, Words } from './pageStructure.ts';
import { wordsOf } from './pageStructure.ts';
import type { Kid, TagReader, TextStyle } from './tagReader.ts';

/** A list; what stands in it outside its items (a caption) comes before it. */
export function listFrom(reader: TagReader, element: StructureElement, style: TextStyle): Block[] {
  const before: Block[] = [];
  const items: ListItem[] = [];
  for (const kid of element.kids) {
    const type = typeof kid === 'number' ? '' : kid.type;
    if (type === 'Caption') before.push(...reader.blocks([kid], style));
    else if (typeof kid !== 'number' && (type === 'L' || type === 'TOC')) {
      const inner = listFrom(reader, kid, style);
      const last = items.pop();
      // Some programs put the inner list beside the item that it belongs to.
      if (last) items.push({ ...last, blocks: [...last.blocks, ...inner] });
      else before.push(...inner);
    } else {
      const item = itemFrom(reader, typeof kid === 'number' ? [kid] : kid.kids, style);
      if (item) items.push(item);
    }
  }
  return items.length > 0 ? [...before, { type: 'list', items }] : before;
}

function itemFrom(reader: TagReader, kids: readonly Kid[], style: TextStyle): ListItem | null {
  const labels = kids.filter((kid) => typeof kid !== 'number' && kid.type === 'Lbl');
  const label = reader.join(reader.blocks(labels, style).flatMap(wordsOf));
  const blocks = reader.blocks(
    kids.filter((kid) => !labels.includes(kid)),
    style,
  );
  const isEmpty = blocks.every((block) => block.type !== 'figure' && wordsOf(block).length === 0);
  if (isEmpty && label.length === 0) return null;
  return label.length > 0
    ? { label, isBullet: isBulletLabel(textOf(reader, label)), blocks }
    : splitLabel(reader.text, blocks);
}

function textOf(reader: TagReader, words: Words): string {
  return words.map(({ start, end }) => reader.text.slice(start, end)).join(' ');
}
