import { ArrowDown, ArrowUp, Ellipsis, Eye, FolderInput, Replace, Scissors, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ownPageCount } from '../../../../core/draft/draftFiles.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useReportFailure } from '../../../ui/useReportFailure.ts';
import { useEditor } from '../editor/useEditor.ts';
import { useDraftSession } from '../session/useDraft.ts';
import type { DocumentRowProps } from './DocumentRow.tsx';

/** All that can be done with a document. */
export function DocumentMenu({ item, document, file, at }: DocumentRowProps): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const session = useDraftSession();
  const report = useReportFailure();
  const label = t('secretary.document.menu', { title: document.title });
  const pages = ownPageCount({ files: file === null ? [] : [file] }, document);
  const move = (to: number): void => void model.moveDocuments([document.id], item.id, to);
  const replace = async (): Promise<void> => {
    const chosen = await session.client.choose({ what: 'files' });
    if (!chosen.ok) return report(chosen.error);
    const [path] = chosen.value ?? [];
    if (path === undefined) return;
    const error = await session.workOnDraft((job) =>
      session.client.replaceFile({ job, draftId: session.draftId, documentId: document.id, path }),
    );
    if (error !== null) report(error);
    else model.say('secretary.said.replaced', { title: document.title });
  };
  return (
    <Menu
      label={label}
      trigger={<IconButton size="small" label={label} icon={<Ellipsis size={16} aria-hidden />} />}
    >
      <MenuItem
        icon={<Eye size={15} aria-hidden />}
        onAction={() => model.openDialog({ name: 'view', documentId: document.id, page: 1 })}
      >
        {t('secretary.document.open')}
      </MenuItem>
      <MenuItem icon={<Replace size={15} aria-hidden />} onAction={() => void replace()}>
        {t('secretary.document.replace')}
      </MenuItem>
      <MenuItem
        icon={<Scissors size={15} aria-hidden />}
        isDisabled={pages < 2}
        onAction={() => model.openDialog({ name: 'cut', documentId: document.id })}
      >
        {t('secretary.document.cut')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<ArrowUp size={15} aria-hidden />}
        shortcut="Alt+↑"
        isDisabled={at === 0}
        onAction={() => move(at - 1)}
      >
        {t('secretary.moveUp')}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown size={15} aria-hidden />}
        shortcut="Alt+↓"
        isDisabled={at === item.documents.length - 1}
        onAction={() => move(at + 1)}
      >
        {t('secretary.moveDown')}
      </MenuItem>
      <MenuItem
        icon={<FolderInput size={15} aria-hidden />}
        onAction={() => model.openDialog({ name: 'moveDocuments', documentIds: [document.id] })}
      >
        {t('secretary.document.moveTo')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        isDanger
        icon={<Trash2 size={15} aria-hidden />}
        onAction={() => void session.edit({ do: 'removeDocuments', documentIds: [document.id] })}
      >
        {t('secretary.document.remove')}
      </MenuItem>
    </Menu>
  );
}
