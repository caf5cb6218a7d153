import type { ReactNode } from 'react';
import type { Block, TableBlock, TableCell } from '../../../../core/structure/pageStructure.ts';
import { useMessages } from '../../../ui/messages.tsx';

/** How the blocks in a cell are drawn. */
type DrawBlocks = (blocks: readonly Block[]) => ReactNode;

/** A table that scrolls sideways by itself when it is wider than the lines of the text. */
export function TextTable({ block, draw }: { block: TableBlock; draw: DrawBlocks }): ReactNode {
  const { t } = useMessages();
  return (
    <div className="text-table" role="group" aria-label={t('textView.table')} tabIndex={0}>
      <table>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <Cell key={at} cell={cell} draw={draw} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, draw }: { cell: TableCell; draw: DrawBlocks }): ReactNode {
  const spans = {
    colSpan: cell.columnSpan === 1 ? undefined : cell.columnSpan,
    rowSpan: cell.rowSpan === 1 ? undefined : cell.rowSpan,
  };
  const content = draw(cell.blocks);
  if (cell.scope === null || cell.blocks.length === 0) return <td {...spans}>{content}</td>;
  return (
    <th scope={cell.scope === 'row' ? 'row' : 'col'} {...spans}>
      {content}
    </th>
  );
}
