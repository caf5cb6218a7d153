import { flowText } from '../../../core/structure/flowText.ts';
import type { Block, Words } from '../../../core/structure/pageStructure.ts';
import type { StructuredText } from '../../../core/structure/structureOf.ts';

/** A page as an outline of what its blocks are and say. */
export function outline({ text: page, structure }: StructuredText): unknown[] {
  const say = (words: Words): string => flowText(page, words).text;
  const of = (block: Block): unknown => {
    switch (block.type) {
      case 'heading':
        return [`h${block.level}`, say(block.words)];
      case 'list':
        return ['list', ...block.items.map((item) => [say(item.label), ...item.blocks.map(of)])];
      case 'table':
        return [
          'table',
          ...block.rows.map((row) => row.map((cell) => [cell.scope ?? 'value', ...cell.blocks.map(of)])),
        ];
      case 'figure':
        return ['figure', block.alternative, say(block.words)];
      case 'rows':
        return ['rows', ...block.rows.map(say)];
      default:
        return [block.type, say(block.words)];
    }
  };
  return structure.blocks.map(of);
}
