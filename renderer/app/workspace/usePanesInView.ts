import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * In a low window the header scrolls away with the panes. Whoever opens something else, or scrolls in the pages, means
 * what is in the panes: they come into view whole. Does nothing where the window does not scroll.
 */
export function usePanesInView(workspace: RefObject<HTMLElement | null>, opened: string): void {
  useEffect(() => {
    const element = workspace.current;
    if (element === null) return undefined;
    const lastTops = new WeakMap<Element, number>();
    const follow = ({ target }: Event): void => {
      if (!(target instanceof Element) || target === element || target.closest('.pane') === null) return;
      const isDown = target.scrollTop > (lastTops.get(target) ?? 0);
      lastTops.set(target, target.scrollTop);
      if (isDown) element.scrollTop = element.scrollHeight;
    };
    element.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => element.removeEventListener('scroll', follow, { capture: true });
  }, [workspace]);

  const last = useRef(opened);
  useEffect(() => {
    const element = workspace.current;
    if (element === null || last.current === opened) return;
    last.current = opened;
    const panes = element.querySelector<HTMLElement>('.panes');
    if (panes !== null) element.scrollTop = panes.offsetTop;
  }, [workspace, opened]);
}
