import { FilePlus2, FileUp } from 'lucide-react';
import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import { GridList } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { documentType } from '../agenda/useAgendaDragging.ts';
import { carriesFiles, droppedPaths } from '../editor/droppedFiles.ts';
import { useEditor, useFocusField } from '../editor/useEditor.ts';
import { useDraft } from '../session/useDraft.ts';
import { DocumentRow } from './DocumentRow.tsx';
import './itemDocuments.css';

/** Documents of an item: dropped here or chosen, put in order, named, looked at, replaced and cut. */
export function ItemDocuments({
  item,
  onAddFiles,
}: {
  item: DraftItem;
  /** Null: they are to be chosen. */
  onAddFiles: (paths: readonly string[] | null) => void;
}): ReactNode {
  const { t } = useMessages();
  const files = useDraft((draft) => draft.files);
  const add = useFocusField<HTMLButtonElement>('addDocuments');
  const { dragAndDropHooks } = useDocumentDragging(item);
  const drop = useFileDrop(onAddFiles);
  return (
    <section
      className="sec-section sec-documents"
      aria-label={t('secretary.documents')}
      data-file-target={drop.isOver || undefined}
      {...drop.handlers}
    >
      <div className="sec-section__head">
        <h3>{t('secretary.documents')}</h3>
        {item.documents.length > 0 && (
          <Button
            ref={add}
            size="small"
            variant="quiet"
            icon={<FilePlus2 size={15} aria-hidden />}
            onPress={() => onAddFiles(null)}
          >
            {t('secretary.documents.add')}
          </Button>
        )}
      </div>
      {item.documents.length === 0 ? (
        <button ref={add} type="button" className="sec-dropzone" onClick={() => onAddFiles(null)}>
          <FileUp size={20} aria-hidden />
          <span>{t('secretary.documents.drop')}</span>
          <span className="sec-dropzone__hint">{t('secretary.documents.dropHint')}</span>
        </button>
      ) : (
        <GridList
          className="sec-document-list"
          aria-label={t('secretary.documents')}
          keyboardNavigationBehavior="tab"
          dragAndDropHooks={dragAndDropHooks}
        >
          {item.documents.map((document, at) => (
            <DocumentRow
              key={document.id}
              item={item}
              document={document}
              at={at}
              file={files.find(({ sha256 }) => sha256 === document.file) ?? null}
            />
          ))}
        </GridList>
      )}
    </section>
  );
}

function useDocumentDragging(item: DraftItem) {
  const model = useEditor();
  return useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [documentType]: String(key) })),
    acceptedDragTypes: [documentType],
    getDropOperation: (target) =>
      target.type === 'item' && target.dropPosition !== 'on' ? 'move' : 'cancel',
    onReorder: ({ keys, target }) => {
      const moved = new Set([...keys].map(String));
      const staying = item.documents.filter(({ id }) => !moved.has(id));
      const at = staying.findIndex(({ id }) => id === target.key);
      if (at === -1) return;
      void model.moveDocuments([...moved], item.id, target.dropPosition === 'before' ? at : at + 1);
    },
  });
}

function useFileDrop(onFiles: (paths: readonly string[]) => void): {
  readonly isOver: boolean;
  readonly handlers: Readonly<
    Record<'onDragOverCapture' | 'onDragLeaveCapture' | 'onDropCapture', (event: DragEvent) => void>
  >;
} {
  const [isOver, setIsOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOverCapture: (event) => {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.stopPropagation();
        setIsOver(true);
      },
      onDragLeaveCapture: () => setIsOver(false),
      onDropCapture: (event) => {
        setIsOver(false);
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.stopPropagation();
        const paths = droppedPaths(event.dataTransfer);
        if (paths.length > 0) onFiles(paths);
      },
    },
  };
}
