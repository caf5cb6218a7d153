import type { IssueOrder, IssuePlan } from '../../../core/issuing/issuing.ts';

export type IssueForm = Omit<IssueOrder, 'draftId' | 'passphrase'> & { readonly passphrase: string };

/** Below this share of the full pack a supplement is worth proposing first. */
const worthwhile = 0.8;

/** What the dialog proposes: a supplement when it saves something, every place that can be reached, else a file. */
export function firstForm(plan: IssuePlan): IssueForm {
  const ready = plan.places.filter(({ state }) => state === 'ready').map(({ id }) => id);
  const savesMuch = plan.supplement !== null && plan.supplement.bytes < plan.full.bytes * worthwhile;
  return {
    carry: savesMuch ? 'supplement' : 'full',
    note: plan.note,
    keyId: plan.keys[0]?.keyId ?? '',
    passphrase: '',
    saveAs: ready.length === 0,
    places: ready,
  };
}

export type IssueFault = 'errors' | 'noKey' | 'noPassphrase' | 'noTarget';

/** Why the form cannot be carried out yet; null when it can. */
export function issueFault(form: IssueForm, plan: IssuePlan): IssueFault | null {
  if (plan.errorCount > 0) return 'errors';
  const key = plan.keys.find(({ keyId }) => keyId === form.keyId);
  if (key === undefined) return 'noKey';
  if (key.needsPassphrase && form.passphrase === '') return 'noPassphrase';
  return form.saveAs || form.places.length > 0 ? null : 'noTarget';
}

export const orderOf = ({ passphrase, ...form }: IssueForm): Omit<IssueOrder, 'draftId'> => ({
  ...form,
  passphrase: passphrase === '' ? null : passphrase,
});
