import { hasDisplay } from '../../scripts/lib/display.mjs';

/**
 * How many apps run at once. Each has a screen of its own, for a screen has one focus and one clipboard: on somebody's
 * real one there is one at a time.
 */
export const workersAtOnce = hasDisplay() ? 1 : 2;
