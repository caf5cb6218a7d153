import type { ReactNode } from 'react';
import './NavItem.css';

/** A line of a sidebar: a place to go to. */
export function NavItem({
  icon,
  label,
  detail,
  count,
  isCurrent,
  onPress,
}: {
  icon: ReactNode;
  label: string;
  detail?: string;
  count?: number;
  isCurrent: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <li>
      <button
        type="button"
        className="ui-nav"
        onClick={onPress}
        {...(isCurrent ? { 'aria-current': 'page' } : {})}
      >
        {icon}
        <span className="ui-nav__label">
          {label}
          {detail !== undefined && <span className="ui-nav__detail">{detail}</span>}
        </span>
        {count !== undefined && <span className="ui-nav__count">{count}</span>}
      </button>
    </li>
  );
}
