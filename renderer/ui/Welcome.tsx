import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './Welcome.css';

/** One of the ways to begin. */
export interface WelcomeWay {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

/** What a screen without anything in it says first: what belongs here, and the ways to begin. */
export function Welcome({
  icon: Icon,
  title,
  text,
  action,
  ways,
  foot,
}: {
  icon: LucideIcon;
  title: string;
  text: string;
  /** The usual way: its button. */
  action: ReactNode;
  ways: readonly WelcomeWay[];
  foot?: string;
}): ReactNode {
  return (
    <div className="ui-welcome">
      <span className="ui-welcome__icon">
        <Icon size={34} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="ui-welcome__title">{title}</h2>
      <p className="ui-welcome__text">{text}</p>
      {action}
      <ul className="ui-welcome__ways">
        {ways.map((way) => (
          <li key={way.title}>
            <way.icon size={20} aria-hidden />
            <div>
              <h3>{way.title}</h3>
              <p>{way.text}</p>
              {way.action}
            </div>
          </li>
        ))}
      </ul>
      {foot !== undefined && <p className="ui-welcome__foot">{foot}</p>}
    </div>
  );
}
