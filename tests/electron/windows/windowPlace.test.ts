import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsToOpen, smallestSize } from '../../../electron/windows/windowPlace.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 740 };
const beside = { x: 1366, y: 0, width: 1920, height: 1080 };

describe('the bounds a window opens with', () => {
  it('are the kept ones', () => {
    const bounds = { x: 1500, y: 100, width: 900, height: 700 };
    expect(boundsToOpen({ bounds, isMaximised: false }, [laptop, beside])).toEqual(bounds);
  });

  it('are new when the screen it was on is gone', () => {
    const bounds = { x: 1500, y: 100, width: 900, height: 700 };
    expect(boundsToOpen({ bounds, isMaximised: false }, [laptop])).toEqual({ width: 1366, height: 740 });
  });

  it('are new when its title bar is above the screen', () => {
    const bounds = { x: 100, y: -50, width: 900, height: 700 };
    expect(boundsToOpen({ bounds, isMaximised: false }, [laptop])).not.toHaveProperty('x');
  });

  it('never make it smaller than it can be used', () => {
    const size = fc.integer({ min: 1, max: 4000 });
    const at = fc.integer({ min: -5000, max: 5000 });
    const place = fc.record({ x: at, y: at, width: size, height: size });
    fc.assert(
      fc.property(fc.option(place), fc.array(place, { maxLength: 3 }), (bounds, screens) => {
        const opened = boundsToOpen({ bounds, isMaximised: false }, screens);
        expect(opened.width).toBeGreaterThanOrEqual(smallestSize.width);
        expect(opened.height).toBeGreaterThanOrEqual(smallestSize.height);
      }),
    );
  });
});
