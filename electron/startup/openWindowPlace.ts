import path from 'node:path';
import * as v from 'valibot';
import { openStore, type DurableStore } from '../storage/store.ts';
import { firstPlace, type WindowPlace } from '../windows/windowPlace.ts';

const pixels = v.pipe(v.number(), v.safeInteger());
const windowPlaceSchema: v.GenericSchema<unknown, WindowPlace> = v.object({
  bounds: v.nullable(v.object({ x: pixels, y: pixels, width: pixels, height: pixels })),
  isMaximised: v.boolean(),
});

/** Where the window was may be lost, so a damaged file is set aside without a word. */
export async function openWindowPlace(folder: string): Promise<DurableStore<WindowPlace> | null> {
  const opened = await openStore({
    file: path.join(folder, 'window.json'),
    kind: 'window',
    version: 1,
    schema: windowPlaceSchema,
    initial: firstPlace,
    whenUnreadable: 'setAside',
  });
  return opened.ok ? opened.value : null;
}
