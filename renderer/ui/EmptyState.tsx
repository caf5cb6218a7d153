import type { ReactNode } from 'react';
import './EmptyState.css';

/** What a place looks like before there is anything in it: why it is empty and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}): ReactNode {
  return (
    <div className="ui-empty">
      {icon !== undefined && <span className="ui-empty__icon">{icon}</span>}
      <h2 className="ui-empty__title">{title}</h2>
      {children !== undefined && <div className="ui-empty__text">{children}</div>}
      {actions !== undefined && <div className="ui-empty__actions">{actions}</div>}
    </div>
  );
}
