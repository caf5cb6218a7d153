import type { StructureElement } from '../pdf/structureElement.ts';
import type { Block, TableCell } from './pageStructure.ts';
import { wordsOf } from './pageStructure.ts';
import type { TagReader, TextStyle } from './tagReader.ts';

type Row = readonly TableCell[];

/**
 * A table; what stands in it outside its rows comes before it. A "table" of one column, by which word processors frame
 * things, is what it holds.
 */
export function tableFrom(reader: TagReader, table: StructureElement, style: TextStyle): Block[] {
  const before: Block[] = [];
  const rows: Row[] = [];
  const read = (element: StructureElement, isHead: boolean): void => {
    for (const kid of element.kids) {
      if (typeof kid === 'number') before.push(...reader.blocks([kid], style));
      else if (kid.type === 'TR') rows.push(rowFrom(reader, kid, style, isHead));
      else if (kid.type === 'THead' || kid.type === 'TBody' || kid.type === 'TFoot')
        read(kid, kid.type === 'THead');
      else before.push(...reader.blocks([kid], style));
    }
  };
  read(table, false);
  const filled = rows.filter((row) => row.some(hasContent));
  const columns = Math.max(0, ...filled.map(columnsOf));
  if (columns > 1) return [...before, { type: 'table', rows: filled }];
  return [...before, ...filled.flat().flatMap((cell) => cell.blocks)];
}

function rowFrom(reader: TagReader, row: StructureElement, style: TextStyle, isHead: boolean): Row {
  const elements = row.kids.filter((kid) => typeof kid !== 'number');
  const isAllHeadings = elements.every(({ type }) => type === 'TH');
  return elements.map((element, index) => ({
    scope: element.type === 'TH' ? scopeOf(element, isHead || isAllHeadings, index) : null,
    columnSpan: element.columnSpan,
    rowSpan: element.rowSpan,
    blocks: reader.blocks(element.kids, {
      ...style,
      language: element.language || style.language,
    }),
  }));
}

function scopeOf(cell: StructureElement, isInHead: boolean, index: number): 'column' | 'row' {
  if (cell.scope === 'row') return 'row';
  if (cell.scope === null && !isInHead && index === 0) return 'row';
  return 'column';
}

const hasContent = (cell: TableCell): boolean =>
  cell.blocks.some((block) => block.type === 'figure' || wordsOf(block).length > 0);

const columnsOf = (row: Row): number => row.reduce((sum, cell) => sum + cell.columnSpan, 0);
