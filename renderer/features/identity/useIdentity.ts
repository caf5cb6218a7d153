import { useEffect } from 'react';
import { create } from 'zustand';
import type { BereddError, Result } from '../../../core/errors.ts';
import type { IdentityView } from '../../../core/exchange/identityViews.ts';
import { client, on } from '../../client.ts';

interface IdentityStore {
  /** Null until main has answered. */
  readonly view: IdentityView | null;
  readonly error: BereddError | null;
}

const useStore = create<IdentityStore>()(() => ({ view: null, error: null }));

export function takeIdentity(answer: Result<IdentityView>): void {
  useStore.setState(answer.ok ? { view: answer.value, error: null } : { error: answer.error });
}

/** The person of this computer, followed while it is on screen. */
export function useIdentity(): IdentityStore {
  useEffect(() => {
    void client.identity.view().then(takeIdentity);
    return on('identity.changed', (view) => useStore.setState({ view, error: null }));
  }, []);
  return useStore();
}
