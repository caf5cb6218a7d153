import { lazy } from 'react';
import type { Language } from '../../core/settings/settings.ts';
import { readLaterWords } from '../ui/catalogues.ts';

/** The words of a screen are there when it is drawn. */
const withWords =
  <T>(read: () => Promise<T>) =>
  async (): Promise<T> => {
    const [screen] = await Promise.all([read(), readLaterWords()]);
    return screen;
  };

const workspace = withWords(() => import('./workspace/MeetingWorkspace.tsx'));
const settings = withWords(() => import('../features/settings/SettingsScreen.tsx'));
const identity = withWords(() => import('../features/identity/IdentitySection.tsx'));
const people = withWords(() => import('./secretary/PeoplePage.tsx'));
const importDialogs = withWords(() => import('../features/importing/ImportDialogs.tsx'));
const incoming = withWords(() => import('./IncomingNotes.tsx'));
const palette = withWords(() => import('./commands/CommandPalette.tsx'));
const shortcuts = withWords(() => import('./ShortcutsDialog.tsx'));
const drafts = withWords(() => import('./secretary/DraftsPage.tsx'));
const draft = withWords(() => import('./secretary/DraftPage.tsx'));
const preparation = withWords(() => import('./PreparationDesk.tsx'));
const bodies = withWords(() => import('./secretary/BodiesPage.tsx'));
const pdfService = () => import('../features/reader/engine/pdfService.ts');
const rehearsal = () => import('../features/reader/rehearseReader.tsx');

// The library is on the screen before the rest of the window is read.
export const MeetingWorkspace = lazy(async () => ({ default: (await workspace()).MeetingWorkspace }));
export const SettingsScreen = lazy(async () => ({ default: (await settings()).SettingsScreen }));
export const IdentitySection = lazy(async () => ({ default: (await identity()).IdentitySection }));
export const ImportDialogs = lazy(async () => ({ default: (await importDialogs()).ImportDialogs }));
export const IncomingNotes = lazy(async () => ({ default: (await incoming()).IncomingNotes }));
export const CommandPalette = lazy(async () => ({ default: (await palette()).CommandPalette }));
export const ShortcutsDialog = lazy(async () => ({ default: (await shortcuts()).ShortcutsDialog }));
export const PeoplePage = lazy(async () => ({ default: (await people()).PeoplePage }));
export const DraftsPage = lazy(async () => ({ default: (await drafts()).DraftsPage }));
export const DraftPage = lazy(async () => ({ default: (await draft()).DraftPage }));
export const PreparationScreen = lazy(async () => ({
  default: (await preparation()).PreparationDesk,
}));
export const BodiesPage = lazy(async () => ({ default: (await bodies()).BodiesPage }));

/** Reads what the person will most likely want next while the window is idle. */
export async function readAhead(language: Language): Promise<void> {
  await workspace();
  // The first document then finds PDFium compiled.
  (await pdfService()).pdfHost.warm();
  (await rehearsal()).rehearseReader(language);
  await importDialogs();
  await settings();
  await identity();
  await palette();
}
