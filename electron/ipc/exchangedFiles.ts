import type { Handlers } from '../../core/contract.ts';
import { ok } from '../../core/errors.ts';

/** Cards, receipts and key letters come the same ways as packs: dropped, double-clicked, from another start. */
export const withExchangedFiles = (
  library: Handlers['library'],
  takeExchanged: (paths: readonly string[]) => Promise<readonly string[]>,
): Handlers['library'] => ({
  ...library,
  importFiles: async ({ paths }) => {
    const packs = await takeExchanged(paths);
    return packs.length === 0 ? ok([]) : library.importFiles({ paths: [...packs] });
  },
});
