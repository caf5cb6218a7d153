import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { AlertDialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useProtectedContent } from '../../ui/protectedContent.ts';

/** While a sealed item is on screen: pictures of the window are blocked where they can be, and copying asks first. */
export function SealedGuard({ children }: { children: ReactNode }): ReactNode {
  const { t } = useMessages();
  const [asks, setAsks] = useState(false);
  const mayCopy = useRef(false);

  useProtectedContent(true);

  useEffect(() => {
    const ask = (event: ClipboardEvent): void => {
      if (mayCopy.current || isOwnField(event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setAsks(true);
    };
    document.addEventListener('copy', ask, true);
    return () => document.removeEventListener('copy', ask, true);
  }, []);

  const copy = (): void => {
    setAsks(false);
    // Once the dialog has given the focus back: what is selected belongs to where the focus was.
    setTimeout(() => {
      mayCopy.current = true;
      document.execCommand('copy');
      mayCopy.current = false;
    }, 0);
  };

  return (
    <>
      {children}
      <AlertDialog
        title={t('identity.copy.title')}
        isOpen={asks}
        onClose={() => setAsks(false)}
        confirmLabel={t('identity.copy.confirm')}
        onConfirm={copy}
      >
        {t('identity.copy.text')}
      </AlertDialog>
    </>
  );
}

/** What the person writes elsewhere is their own to copy. */
const isOwnField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'password';
