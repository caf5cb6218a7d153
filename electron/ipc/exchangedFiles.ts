import type { Handlers } from '../../core/contract.ts';
import { ok } from '../../core/errors.ts';
import type { Dialogs } from './ports.ts';

/** Cards, receipts, key letters and letters about new roots come the same ways as packs: chosen, dropped, double-clicked, from another start. */
export function withExchangedFiles(
  library: Handlers['library'],
  takeExchanged: (paths: readonly string[]) => Promise<readonly string[]>,
  dialogs: Pick<Dialogs, 'choosePacks'>,
): Handlers['library'] {
  const importFiles: Handlers['library']['importFiles'] = async ({ paths }) => {
    const packs = await takeExchanged(paths);
    return packs.length === 0 ? ok([]) : library.importFiles({ paths: [...packs] });
  };
  return {
    ...library,
    importFiles,
    choosePacks: async () => {
      const chosen = await dialogs.choosePacks();
      return chosen === null ? ok([]) : importFiles({ paths: [...chosen] });
    },
  };
}
