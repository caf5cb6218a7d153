import type { DragEvent } from 'react';
import { useState } from 'react';

const kind = 'application/x-beredd-proposed-document';

/** What a document's row needs to be dragged. */
export const draggedDocument = (documentId: string) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    event.dataTransfer.setData(kind, documentId);
    event.dataTransfer.effectAllowed = 'move';
  },
});

/** What a place needs to take dragged documents. */
export function useDocumentTarget(onDrop: (documentId: string) => void) {
  const [isOver, setIsOver] = useState(false);
  return {
    isOver,
    target: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(kind)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setIsOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setIsOver(false);
      },
      onDrop: (event: DragEvent) => {
        setIsOver(false);
        const documentId = event.dataTransfer.getData(kind);
        if (documentId === '') return;
        event.preventDefault();
        onDrop(documentId);
      },
    },
  };
}
