import { dialog, shell, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { Dialogs } from '../ipc/ports.ts';
import type { Texts } from './texts.ts';

/** The system's own dialogs over our window. */
export function systemDialogs(window: () => BrowserWindow | null, texts: () => Texts): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<readonly string[] | null> => {
    const owner = window();
    const chosen = await (owner === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(owner, options));
    return chosen.canceled || chosen.filePaths.length === 0 ? null : chosen.filePaths;
  };
  const openOne = async (options: OpenDialogOptions): Promise<string | null> =>
    (await open(options))?.[0] ?? null;
  const save = async (options: SaveDialogOptions): Promise<string | null> => {
    const owner = window();
    const chosen = await (owner === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(owner, options));
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
  };
  const allFiles = () => ({ name: texts()('shell.dialog.allFiles'), extensions: ['*'] });
  const backups = () => ({ name: texts()('shell.dialog.backups'), extensions: ['beredd-backup'] });
  const draftFiles = () => ({
    name: texts()('shell.dialog.draftFiles'),
    extensions: ['pdf', 'docx', 'odt', 'zip'],
  });
  const agendas = () => ({ name: texts()('shell.dialog.agendas'), extensions: ['csv', 'txt', 'docx'] });
  return {
    choosePacks: () =>
      open({
        title: texts()('shell.dialog.openPack'),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: texts()('shell.dialog.packs'), extensions: ['beredd'] }, allFiles()],
      }),
    chooseFolder: () =>
      openOne({ title: texts()('shell.dialog.watchFolder'), properties: ['openDirectory'] }),
    chooseBackupToSave: (suggestedName) =>
      save({
        title: texts()('shell.dialog.saveBackup'),
        defaultPath: suggestedName,
        filters: [backups()],
      }),
    choosePackToSave: (suggestedName) =>
      save({
        title: texts()('shell.dialog.savePack'),
        defaultPath: suggestedName,
        filters: [{ name: texts()('shell.dialog.packs'), extensions: ['beredd'] }],
      }),
    choosePublicationFolder: () =>
      openOne({
        title: texts()('shell.dialog.publicationFolder'),
        properties: ['openDirectory', 'createDirectory'],
      }),
    chooseFolderToSaveIn: () =>
      openOne({
        title: texts()('shell.dialog.openVersionFolder'),
        properties: ['openDirectory', 'createDirectory'],
      }),
    showInFolder: (file) => shell.showItemInFolder(file),
    choosePdfToSave: (suggestedName) =>
      save({
        title: texts()('shell.dialog.savePdf'),
        defaultPath: suggestedName,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      }),
    chooseForDraft: (what) =>
      open({
        title: texts()(`shell.dialog.draft.${what}`),
        properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
        filters:
          what === 'files' ? [draftFiles(), allFiles()] : what === 'agenda' ? [agendas(), allFiles()] : [],
      }),
    openFile: async (file) => (await shell.openPath(file)) === '',
    chooseBackupToOpen: () =>
      openOne({
        title: texts()('shell.dialog.openBackup'),
        properties: ['openFile'],
        filters: [backups(), allFiles()],
      }),
  };
}
