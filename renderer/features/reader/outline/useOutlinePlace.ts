import { useEffect, useState } from 'react';
import { toUser } from '../../../../core/pdf/pageGeometry.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import { rowAt } from '../scroll/scrollLayout.ts';
import type { OutlinePlace } from './outlineRows.ts';

/** So far down the view one reads, for telling which section it is. */
const readingShare = 0.3;

/** Where one reads, told anew each time scrolling comes to rest. */
export function useOutlinePlace(): OutlinePlace {
  const { session } = useReader();
  const [place, setPlace] = useState(() => placeNow(session));
  useEffect(() => {
    const look = (): void =>
      setPlace((before) => {
        const now = placeNow(session);
        const isSame =
          before.documentIndex === now.documentIndex &&
          before.filePage === now.filePage &&
          before.y === now.y;
        return isSame ? before : now;
      });
    look();
    return session.scroller.onRest(look);
  }, [session]);
  return place;
}

function placeNow(session: ReaderSession): OutlinePlace {
  const { layout } = session.scroller.store.getState();
  const view = session.scroller.view();
  const at = view.top + view.height * readingShare;
  const index = rowAt(layout, at);
  const row = layout.rows[index];
  const page = session.place(index);
  if (row?.kind !== 'page' || !page) return { documentIndex: row?.documentIndex ?? 0, filePage: 0, y: null };
  const geometry = session.geometry(index);
  const down = (at - row.top) / row.scale;
  const y = geometry?.quarterTurns === 0 ? toUser(geometry, 0, down).y : null;
  return { documentIndex: page.documentIndex, filePage: page.filePage, y };
}
