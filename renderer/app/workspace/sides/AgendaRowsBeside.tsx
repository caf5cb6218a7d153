import { ArrowRight, Columns2 } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { MeetingView, ReadingPlace } from '../../../../core/library/views.ts';
import { ContextMenu, MenuItem } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { ownerOfDocument } from '../workspacePlaces.ts';
import { followDrag } from './documentDrag.ts';
import type { Sides } from './Sides.ts';

interface AgendaRow {
  readonly place: ReadingPlace;
  readonly title: string;
  readonly element: HTMLElement;
}

/**
 * Around the agenda: its rows can also be opened beside what is read, by menu, with ctrl and Enter, or by dragging them to a
 * half of the middle.
 */
export function AgendaRowsBeside({
  view,
  sides,
  onOpen,
  children,
}: {
  view: MeetingView;
  sides: Sides;
  onOpen: (place: ReadingPlace) => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  const [menu, setMenu] = useState<(AgendaRow & { readonly x: number; readonly y: number }) | null>(null);
  const stopDrag = useRef<(() => void) | null>(null);
  useEffect(() => () => stopDrag.current?.(), []);

  const openByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    const row = rowAt(event.target, view);
    if (!row) return;
    event.preventDefault();
    event.stopPropagation();
    sides.open(row.place);
  };
  const openMenu = (event: MouseEvent): void => {
    const row = rowAt(event.target, view);
    if (!row) return;
    event.preventDefault();
    const box = row.element.getBoundingClientRect();
    // By key there is no pointer: the menu stands at the row.
    const isByKey = event.clientX === 0 && event.clientY === 0;
    const at = isByKey ? { x: box.left + 24, y: box.bottom } : { x: event.clientX, y: event.clientY };
    setMenu({ ...row, ...at });
  };
  const press = (event: PointerEvent): void => {
    const row = event.button === 0 && event.pointerType !== 'touch' ? rowAt(event.target, view) : null;
    stopDrag.current?.();
    if (!row) return;
    stopDrag.current = followDrag(event, row, (place, half) => sides.open(place, half));
  };
  return (
    <div
      className="agenda-beside"
      onKeyDownCapture={openByKey}
      onContextMenu={openMenu}
      onPointerDownCapture={press}
    >
      {children}
      {menu && (
        <ContextMenu label={t('views.rowMenu', { what: menu.title })} at={menu} onClose={() => setMenu(null)}>
          <MenuItem
            icon={<ArrowRight size={16} aria-hidden />}
            shortcut="Enter"
            onAction={() => onOpen(menu.place)}
          >
            {t('views.open')}
          </MenuItem>
          <MenuItem
            icon={<Columns2 size={16} aria-hidden />}
            shortcut="Ctrl+Enter"
            onAction={() => sides.open(menu.place)}
          >
            {t('views.openBeside')}
          </MenuItem>
        </ContextMenu>
      )}
    </div>
  );
}

/** The row of the agenda's tree an event happened in; its key says what it is (`agendaKeys.ts`). */
function rowAt(target: EventTarget, view: MeetingView): AgendaRow | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[role="row"][data-key]') : null;
  const [kind, id] = (element?.dataset['key'] ?? '').split(':');
  if (!element || id === undefined) return null;
  const place = placeOf(kind, id, view);
  return place && { place, title: titleOf(element), element };
}

function placeOf(kind: string | undefined, id: string, view: MeetingView): ReadingPlace | null {
  if (kind === 'item') return { itemId: id, briefingId: null, documentId: null };
  if (kind === 'briefing') return { itemId: null, briefingId: id, documentId: null };
  const owner = kind === 'document' ? ownerOfDocument(view, id) : null;
  return owner && { itemId: owner.itemId, briefingId: owner.briefingId, documentId: id };
}

const titleOf = (row: HTMLElement): string =>
  row.querySelector('.agenda-row__document-title, .agenda-row__title')?.textContent ?? '';
