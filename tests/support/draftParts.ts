import { failure } from '../../core/errors.ts';
import type { DraftVault } from '../../electron/identity/draftVault.ts';

const refuse: DraftVault['seal'] = () =>
  Promise.resolve(failure('draftLocked', { detail: { reason: 'none' } }));

/** While no key is kept anywhere: nothing can be sealed, and nothing sealed opened. */
export const noVault: DraftVault = { state: () => 'none', seal: refuse, open: refuse };

export { withoutChecks as noChecks } from '../../electron/drafts/draftChecks.ts';
