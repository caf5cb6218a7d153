import type { ReactNode } from 'react';
import { useId } from 'react';

export function SettingsSection({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="set-section" aria-labelledby={id}>
      <h2 id={id} className="set-section__title">
        {title}
      </h2>
      {text !== undefined && <p className="set-section__text">{text}</p>}
      <div className="set-section__card">{children}</div>
    </section>
  );
}

/** A name and an explanation at the left, what can be done at the right. */
export function SettingsRow({
  name,
  text,
  children,
}: {
  name: ReactNode;
  text?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="set-row">
      <div className="set-row__words">
        <p className="set-row__name">{name}</p>
        {text !== undefined && <div className="set-row__text">{text}</div>}
      </div>
      {children !== undefined && <div className="set-row__control">{children}</div>}
    </div>
  );
}
