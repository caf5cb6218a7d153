import {
  ArrowLeft,
  ClipboardPaste,
  FileUp,
  FolderUp,
  ListChecks,
  Redo2,
  Send,
  Undo2,
  Import,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { isMessageKey } from '../../../ui/catalogues.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import type { Messages } from '../../../ui/messages.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraft, useDraftState } from '../session/useDraft.ts';
import { SavedState } from './SavedState.tsx';
import { useEditor, useEditorState } from './useEditor.ts';

export interface EditorHeaderProps {
  readonly onClose: () => void;
  readonly onIssue?: () => void;
  /** What can be taken in; nothing is offered while it is not there. */
  readonly onImport?: (what: 'files' | 'folder' | 'agenda' | 'paste') => void;
  /** Keys as written in menus. */
  readonly keys: { readonly undo: string; readonly redo: string; readonly preflight: string };
}

/** What a step of undo is called; the edit's own name is a word of the code. */
export function nameOfEdit(edit: string, { t }: Messages): string {
  const key = `secretary.did.${edit}`;
  return isMessageKey(key) ? t(key) : t('secretary.did.other');
}

export function EditorHeader({ onClose, onIssue, onImport, keys }: EditorHeaderProps): ReactNode {
  const { t, formatDateTime } = useMessages();
  const meeting = useDraft((draft) => draft.meeting);
  const base = useDraft((draft) => draft.base);
  const revision = (base?.revision ?? 0) + 1;
  return (
    <header className="sec-head">
      <IconButton label={t('secretary.back')} icon={<ArrowLeft size={18} aria-hidden />} onPress={onClose} />
      <div className="sec-head__meeting">
        <h1 className="sec-head__title">
          {meeting.title === '' ? t('secretary.untitledMeeting') : meeting.title}
        </h1>
        <p className="sec-head__facts">
          <span>{t('secretary.draftOf', { revision })}</span>
          <span>{meeting.start === null ? t('secretary.noDate') : formatDateTime(meeting.start)}</span>
        </p>
      </div>
      <SavedState />
      <UndoButtons keys={keys} />
      {onImport && <ImportMenu onImport={onImport} />}
      <PreflightButton shortcut={keys.preflight} />
      {onIssue && (
        <Button variant="primary" icon={<Send size={15} aria-hidden />} onPress={onIssue}>
          {t('secretary.issue')}
        </Button>
      )}
    </header>
  );
}

function UndoButtons({ keys }: Pick<EditorHeaderProps, 'keys'>): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const model = useEditor();
  const undoes = useDraftState(({ view }) => view?.undoes ?? null);
  const redoes = useDraftState(({ view }) => view?.redoes ?? null);
  return (
    <span className="sec-head__undo">
      <IconButton
        label={
          undoes === null
            ? t('secretary.undo')
            : t('secretary.undoOf', { what: nameOfEdit(undoes, messages) })
        }
        shortcut={keys.undo}
        icon={<Undo2 size={17} aria-hidden />}
        isDisabled={undoes === null}
        onPress={() => void model.undo()}
      />
      <IconButton
        label={
          redoes === null
            ? t('secretary.redo')
            : t('secretary.redoOf', { what: nameOfEdit(redoes, messages) })
        }
        shortcut={keys.redo}
        icon={<Redo2 size={17} aria-hidden />}
        isDisabled={redoes === null}
        onPress={() => void model.redo()}
      />
    </span>
  );
}

function ImportMenu({ onImport }: { onImport: NonNullable<EditorHeaderProps['onImport']> }): ReactNode {
  const { t } = useMessages();
  return (
    <Menu
      label={t('secretary.import')}
      trigger={<Button icon={<Import size={16} aria-hidden />}>{t('secretary.import')}</Button>}
    >
      <MenuItem icon={<FolderUp size={15} aria-hidden />} onAction={() => onImport('folder')}>
        {t('secretary.import.folder')}
      </MenuItem>
      <MenuItem icon={<FileUp size={15} aria-hidden />} onAction={() => onImport('files')}>
        {t('secretary.import.files')}
      </MenuItem>
      <MenuItem icon={<ListChecks size={15} aria-hidden />} onAction={() => onImport('agenda')}>
        {t('secretary.import.agenda')}
      </MenuItem>
      <MenuItem icon={<ClipboardPaste size={15} aria-hidden />} onAction={() => onImport('paste')}>
        {t('secretary.import.paste')}
      </MenuItem>
    </Menu>
  );
}

/** How much is left to mend, and the way to it. */
function PreflightButton({ shortcut }: { shortcut: string }): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const isShown = useEditorState((state) => state.preflightShown);
  const findings = useDraftState(({ view }) => view?.findings);
  const open = (findings ?? []).filter(({ accepted }) => !accepted);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  return (
    <Button
      variant="quiet"
      aria-pressed={isShown}
      aria-keyshortcuts={shortcut}
      className="sec-head__preflight"
      icon={<ListChecks size={17} aria-hidden />}
      onPress={() => model.togglePreflight()}
    >
      {t('secretary.preflight')}
      {open.length > 0 && (
        <span className="sec-head__count" data-severity={errors > 0 ? 'error' : 'warning'}>
          {open.length}
        </span>
      )}
    </Button>
  );
}
