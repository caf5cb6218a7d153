import { CircleAlert, Info, OctagonAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { useMessages } from './messages.tsx';
import './Banner.css';

export type BannerTone = 'info' | 'warning' | 'alarm';

const icons: Readonly<Record<BannerTone, ReactNode>> = {
  info: <Info size={18} aria-hidden />,
  warning: <CircleAlert size={18} aria-hidden />,
  alarm: <OctagonAlert size={18} aria-hidden />,
};

export interface BannerProps {
  readonly tone: BannerTone;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons under the text. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  /** A banner that appears because of what the person just did is announced at once. */
  readonly isLive?: boolean;
}

/** Something to know before going on, in the place it concerns. */
export function Banner({
  tone,
  title,
  children,
  actions,
  onDismiss,
  isLive = false,
}: BannerProps): ReactNode {
  const { t } = useMessages();
  return (
    <div className={`ui-banner ui-banner--${tone}`} {...(isLive ? { role: 'alert' } : {})}>
      <span className="ui-banner__icon">{icons[tone]}</span>
      <div className="ui-banner__body">
        <p className="ui-banner__title">{title}</p>
        {children !== undefined && <div className="ui-banner__text">{children}</div>}
        {actions !== undefined && <div className="ui-banner__actions">{actions}</div>}
      </div>
      {onDismiss && (
        <IconButton
          size="small"
          className="ui-banner__dismiss"
          label={t('ui.dismiss', { what: title })}
          icon={<X size={16} aria-hidden />}
          onPress={onDismiss}
        />
      )}
    </div>
  );
}
