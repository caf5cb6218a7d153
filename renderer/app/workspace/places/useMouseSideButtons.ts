import { useEffect } from 'react';
import type { Workspace } from '../Workspace.ts';

const back = 3;
const forward = 4;

/** The side buttons of a mouse go back and forward through the places visited. */
export function useMouseSideButtons(workspace: Workspace): void {
  useEffect(() => {
    const click = (event: MouseEvent): void => {
      if (event.button !== back && event.button !== forward) return;
      event.preventDefault();
      workspace.places.step(event.button === back ? 'back' : 'forward');
    };
    window.addEventListener('mouseup', click);
    return () => window.removeEventListener('mouseup', click);
  }, [workspace]);
}
