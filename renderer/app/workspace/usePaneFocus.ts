import type { Ref, RefObject } from 'react';
import { useMemo, useRef } from 'react';
import type { ReaderHandle } from '../../features/reader/readerTypes.ts';
import type { PaneName } from './workspaceState.ts';

const order: readonly PaneName[] = ['agenda', 'document', 'notes'];
const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, [tabindex]:not([tabindex="-1"]), [role="row"]';

export interface PaneFocus {
  readonly paneRef: (name: PaneName) => Ref<HTMLElement>;
  /** F6: to the next pane that is shown, where the person last was in it. */
  readonly cycle: (step: 1 | -1) => void;
  readonly focusDocument: () => void;
  /** To the field where the notes are searched. */
  readonly focusNotesField: () => void;
  /** To the pane where the person was last; the document when there is none. */
  readonly focusHome: () => void;
}

export function usePaneFocus(reader: RefObject<ReaderHandle | null>): PaneFocus {
  const panes = useRef(new Map<PaneName, HTMLElement>());
  return useMemo(() => {
    const last = new Map<PaneName, HTMLElement>();
    let lastPane: PaneName = 'document';
    const remember = (name: PaneName) => (event: FocusEvent) => {
      if (!(event.target instanceof HTMLElement)) return;
      last.set(name, event.target);
      lastPane = name;
    };
    const refs = new Map<PaneName, Ref<HTMLElement>>(
      order.map((name) => {
        const listener = remember(name);
        return [
          name,
          (element: HTMLElement | null) => {
            if (element === null) return undefined;
            panes.current.set(name, element);
            element.addEventListener('focusin', listener);
            return () => {
              element.removeEventListener('focusin', listener);
              panes.current.delete(name);
            };
          },
        ];
      }),
    );
    const focus = (name: PaneName): void => {
      const pane = panes.current.get(name);
      if (pane === undefined) return;
      const known = last.get(name);
      if (known !== undefined && pane.contains(known)) known.focus();
      else if (name === 'document' && reader.current !== null) reader.current.focus();
      else
        (
          pane.querySelector<HTMLElement>('[role="row"][aria-selected="true"]') ??
          pane.querySelector<HTMLElement>(focusable)
        )?.focus();
    };
    return {
      paneRef: (name) => refs.get(name) ?? null,
      focusDocument: () => focus('document'),
      focusNotesField: () => panes.current.get('notes')?.querySelector('input')?.focus(),
      focusHome: () => focus(panes.current.has(lastPane) ? lastPane : 'document'),
      cycle: (step) => {
        const shown = order.filter((name) => panes.current.has(name));
        const current = shown.findIndex((name) => panes.current.get(name)?.contains(document.activeElement));
        const start = current === -1 && step === -1 ? 0 : current;
        const next = shown[(start + step + shown.length) % shown.length];
        if (next !== undefined) focus(next);
      },
    };
  }, [reader]);
}
