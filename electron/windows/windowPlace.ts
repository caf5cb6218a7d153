/** In the system's screen coordinates. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was, and whether it filled the screen. */
export interface WindowPlace {
  readonly bounds: Bounds | null;
  readonly isMaximised: boolean;
}

export const firstPlace: WindowPlace = { bounds: null, isMaximised: false };
export const smallestSize = { width: 720, height: 480 };
const firstSize = { width: 1366, height: 860 };
/** So much of the title bar must be on some screen, for the window to be moved by hand. */
const graspable = 80;

/** The bounds to open with: the kept ones when a screen still shows them, else a fitting size in the middle. */
export function boundsToOpen(
  place: WindowPlace,
  screens: readonly Bounds[],
): { width: number; height: number; x?: number; y?: number } {
  const kept = place.bounds;
  const [main] = screens;
  if (kept !== null && screens.some((screen) => isGraspable(kept, screen)))
    return {
      x: kept.x,
      y: kept.y,
      width: Math.max(kept.width, smallestSize.width),
      height: Math.max(kept.height, smallestSize.height),
    };
  if (main === undefined) return firstSize;
  return {
    width: Math.max(Math.min(firstSize.width, main.width), smallestSize.width),
    height: Math.max(Math.min(firstSize.height, main.height), smallestSize.height),
  };
}

function isGraspable(window: Bounds, screen: Bounds): boolean {
  const overlap = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const isTopVisible = window.y >= screen.y && window.y <= screen.y + screen.height - graspable;
  return overlap >= graspable && isTopVisible;
}
