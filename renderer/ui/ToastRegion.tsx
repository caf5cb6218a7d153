import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { useMessages } from './messages.tsx';
import type { Toast, ToastWords } from './toasts.ts';
import { dismissToast, useToasts } from './toasts.ts';
import './ToastRegion.css';

const icons: Readonly<Record<Toast['tone'], ReactNode>> = {
  info: <Info size={18} aria-hidden />,
  good: <CircleCheck size={18} aria-hidden />,
  problem: <CircleAlert size={18} aria-hidden />,
};
const shownForMilliseconds = 6000;
/** Time to read and reach the button; what it does can be done elsewhere too. */
const shownWithActionForMilliseconds = 12_000;

/** Where toasts appear, and the live region that reads them. One in the window. */
export function ToastRegion({ onScreen = null }: { onScreen?: string | null }): ReactNode {
  const { t } = useMessages();
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className="ui-toasts" aria-label={t('ui.toasts')} aria-live="polite" aria-relevant="additions">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast.about === onScreen ? withoutAction(toast) : toast} />
      ))}
    </section>
  );
}

const withoutAction = ({ action: _, ...toast }: Toast): Toast => toast;

function ToastCard({ toast }: { toast: Toast }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const say = (words: ToastWords): string => (typeof words === 'string' ? words : words(messages));
  const title = say(toast.title);
  const [isHeld, setIsHeld] = useState(false);
  // What is about a problem waits for the person.
  const stays = isHeld || toast.tone === 'problem';
  const shownFor = toast.action === undefined ? shownForMilliseconds : shownWithActionForMilliseconds;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismissToast(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [stays, shownFor, toast.id]);

  return (
    <div
      className={`ui-toast ui-toast--${toast.tone}`}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span className="ui-toast__icon">{icons[toast.tone]}</span>
      <div className="ui-toast__body">
        <p className="ui-toast__title">{title}</p>
        {toast.text !== undefined && <p className="ui-toast__text">{say(toast.text)}</p>}
        {toast.action && (
          <Button
            size="small"
            onPress={() => {
              toast.action?.onPress();
              dismissToast(toast.id);
            }}
          >
            {say(toast.action.label)}
          </Button>
        )}
      </div>
      <IconButton
        size="small"
        label={t('ui.dismiss', { what: title })}
        icon={<X size={16} aria-hidden />}
        onPress={() => dismissToast(toast.id)}
      />
    </div>
  );
}
