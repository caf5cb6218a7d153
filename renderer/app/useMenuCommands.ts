import { useEffect } from 'react';
import { on } from '../client.ts';
import { go, showLibrary } from './appStore.ts';

/** Carries out the commands of the application menu that belong to no single screen; the workspace does the others. */
export function useMenuCommands({
  openPacks,
  showShortcuts,
  showPalette,
}: {
  openPacks: () => void;
  showShortcuts: () => void;
  showPalette: () => void;
}): void {
  useEffect(
    () =>
      on('app.menuCommand', ({ command }) => {
        if (command === 'openPack') openPacks();
        if (command === 'showLibrary') showLibrary();
        if (command === 'showSettings') go({ name: 'settings' });
        if (command === 'showKeys') showShortcuts();
        if (command === 'showPalette') showPalette();
      }),
    [openPacks, showShortcuts, showPalette],
  );
}
