import type { ReactNode } from 'react';
import { useId } from 'react';
import './Section.css';

/** A part of a page with a heading and a card of rows. */
export function Section({
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
    <section className="ui-section" aria-labelledby={id}>
      <h2 id={id} className="ui-section__title">
        {title}
      </h2>
      {text !== undefined && <p className="ui-section__text">{text}</p>}
      <div className="ui-section__card">{children}</div>
    </section>
  );
}

/** A name and an explanation at the left, what can be done at the right. */
export function SectionRow({
  name,
  text,
  children,
}: {
  name: ReactNode;
  text?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="ui-section__row">
      <div className="ui-section__words">
        <p className="ui-section__name">{name}</p>
        {text !== undefined && <div className="ui-section__detail">{text}</div>}
      </div>
      {children !== undefined && <div className="ui-section__controls">{children}</div>}
    </div>
  );
}
