import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { memo, useCallback, useRef } from 'react';
import type { PageLink } from '../../../../core/pdf/links.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { percentBox } from '../page/percentBox.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import { linkLabel } from './linkWords.ts';
import { usePageLinks } from './usePageLinks.ts';
import './links.css';

/** A press that moves less than this is a click; more is the selecting of text. */
const clickPixels = 4;

/** The links of a page: areas to click, and for the keyboard and screen readers one link each. Put in when scrolling rests. */
export function LinkLayer({ place, geometry }: { place: PagePlace; geometry: PageGeometry }): ReactNode {
  const { session, actions } = useReader();
  const { row, documentIndex, document } = place;
  const isNear = useCallback((): boolean => {
    const { first, last } = session.scroller.store.getState();
    return row >= first && row <= last;
  }, [session, row]);
  const links = usePageLinks(place, isNear);
  if (!links || links.length === 0) return null;
  const firstFilePage = document.pages?.from ?? 1;
  return (
    <div className="reader-links">
      {links.map((link, index) => (
        <LinkArea
          key={index}
          link={link}
          geometry={geometry}
          firstFilePage={firstFilePage}
          onFollow={() => actions.follow(documentIndex, link.target)}
        />
      ))}
    </div>
  );
}

const LinkArea = memo(
  function LinkArea({
    link,
    geometry,
    firstFilePage,
    onFollow,
  }: {
    link: PageLink;
    geometry: PageGeometry;
    firstFilePage: number;
    onFollow: () => void;
  }): ReactNode {
    const messages = useMessages();
    const pressed = useRef({ x: 0, y: 0 });
    const [first, ...others] = link.boxes.map((box) => percentBox(geometry, box));
    const label = linkLabel(messages, link, firstFilePage);

    // The press goes on to the pages, where selecting begins. The focus stays with them too.
    const press = (event: MouseEvent<HTMLElement>): void => {
      pressed.current = { x: event.clientX, y: event.clientY };
      event.preventDefault();
      event.currentTarget.closest<HTMLElement>('.reader-pages')?.focus({ preventScroll: true });
    };
    const click = (event: MouseEvent<HTMLElement>): void => {
      const { x, y } = pressed.current;
      if (Math.hypot(event.clientX - x, event.clientY - y) < clickPixels) onFollow();
    };
    const key = (event: KeyboardEvent<HTMLElement>): void => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      onFollow();
    };
    const area = { className: 'reader-link', title: label, onMouseDown: press, onClick: click };
    return (
      <>
        <span {...area} role="link" tabIndex={0} aria-label={label} style={{ ...first }} onKeyDown={key} />
        {others.map((box, index) => (
          <span key={index} {...area} aria-hidden style={{ ...box }} />
        ))}
      </>
    );
  },
  (before, after) =>
    before.link === after.link &&
    before.geometry === after.geometry &&
    before.firstFilePage === after.firstFilePage,
);
