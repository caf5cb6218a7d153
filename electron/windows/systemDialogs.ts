import { dialog, shell, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { cardExtension } from '../../core/exchange/card.ts';
import { identityExtension } from '../../core/exchange/identityFile.ts';
import { keyLetterExtension } from '../../core/exchange/keyLetter.ts';
import { receiptExtension } from '../../core/exchange/receipt.ts';
import { successionExtension } from '../../core/exchange/rootSuccession.ts';
import type { Dialogs, ExchangeToOpen, ExchangeToSave } from '../ipc/ports.ts';
import type { Texts } from './texts.ts';

const extensionsToSave: Readonly<Record<ExchangeToSave, readonly string[]>> = {
  card: [cardExtension],
  identity: [identityExtension],
  receipt: [receiptExtension],
  letter: [keyLetterExtension],
  csv: ['csv'],
  root: [],
  succession: [successionExtension],
};
const extensionsToOpen: Readonly<Record<Exclude<ExchangeToOpen, 'cardsFolder'>, readonly string[]>> = {
  letters: [keyLetterExtension],
  identity: [identityExtension],
  cards: [cardExtension, receiptExtension],
  key: [],
  root: [],
};

/** Packs, and what comes the same way. */
const packExtensions = ['beredd', keyLetterExtension, cardExtension, receiptExtension, successionExtension];

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
  const exchangeFilter = (what: ExchangeToSave | ExchangeToOpen, extensions: readonly string[]) => ({
    name: texts()(`shell.dialog.exchange.files.${what}`),
    extensions: [...extensions],
  });
  return {
    choosePacks: () =>
      open({
        title: texts()('shell.dialog.openPack'),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: texts()('shell.dialog.packs'), extensions: [...packExtensions] }, allFiles()],
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
    chooseFileToSave: (suggestedName, extension) =>
      save({
        title: texts()('shell.dialog.saveFile'),
        defaultPath: suggestedName,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      }),
    chooseNotesToOpen: () =>
      openOne({
        title: texts()('shell.dialog.openNotes'),
        properties: ['openFile'],
        filters: [{ name: 'JSON-LD, PDF', extensions: ['jsonld', 'json', 'pdf'] }, allFiles()],
      }),
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
    chooseExchangeToSave: (what, suggestedName) =>
      save({
        title: texts()(`shell.dialog.exchange.save.${what}`),
        defaultPath: suggestedName,
        filters: extensionsToSave[what].length === 0 ? [] : [exchangeFilter(what, extensionsToSave[what])],
      }),
    chooseExchange: (what) =>
      what === 'cardsFolder'
        ? open({ title: texts()(`shell.dialog.exchange.open.${what}`), properties: ['openDirectory'] })
        : open({
            title: texts()(`shell.dialog.exchange.open.${what}`),
            properties:
              what === 'cards' || what === 'letters' ? ['openFile', 'multiSelections'] : ['openFile'],
            filters: [
              ...(extensionsToOpen[what].length === 0 ? [] : [exchangeFilter(what, extensionsToOpen[what])]),
              allFiles(),
            ],
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
