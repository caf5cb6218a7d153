import type { DragAndDrop, ItemDropTarget } from 'react-aria-components/useDragAndDrop';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useEditor } from '../editor/useEditor.ts';
import { canDrop } from './agendaMoves.ts';

const itemType = 'application/x-beredd-item';
/** What a document carries while it is dragged: its id. */
export const documentType = 'application/x-beredd-document';

/** Items are dragged among each other, and documents into items; by keyboard from the row's handle. */
export function useAgendaDragging(): DragAndDrop {
  const model = useEditor();
  const placeOf = (target: ItemDropTarget) =>
    ({ itemId: String(target.key), position: target.dropPosition }) as const;
  const keysOf = (keys: Iterable<unknown>): ReadonlySet<string> => new Set([...keys].map(String));
  return useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [itemType]: String(key) })),
    acceptedDragTypes: [itemType, documentType],
    getDropOperation: (target, types) => {
      if (target.type !== 'item') return 'cancel';
      // A document lies in an item, never between two.
      if (types.has(documentType)) return target.dropPosition === 'on' ? 'move' : 'cancel';
      return canDrop(model.items, model.store.getState().selected, placeOf(target)) ? 'move' : 'cancel';
    },
    onMove: ({ keys, target }) => void model.drop(keysOf(keys), placeOf(target)),
    onItemDrop: ({ target, items }) => {
      void Promise.all(
        items.flatMap((item) =>
          item.kind === 'text' && item.types.has(documentType) ? [item.getText(documentType)] : [],
        ),
      ).then((ids) => {
        if (ids.length > 0) void model.moveDocuments(ids, String(target.key));
      });
    },
  });
}
