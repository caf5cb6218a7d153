import { failure, ok } from '../../core/errors.ts';
import type { SealedReading } from '../../electron/sealing/sealedReading.ts';

/** A person without keys: nothing sealed opens. */
export const nothingSealed: SealedReading = {
  prepare: () => Promise.resolve(),
  view: (view) => view,
  contents: () => ({ items: new Map(), briefings: new Map() }),
  findDocument: () => null,
  cipherFile: () => null,
  readState: () => 'unread',
  isSealed: () => false,
  ownsDocument: () => false,
  setPosition: () => undefined,
  setReadState: () => undefined,
  takeLetter: () => Promise.resolve(failure('letterUnknownItem')),
  forget: () => Promise.resolve(ok(undefined)),
  refresh: () => Promise.resolve(),
  clear: () => undefined,
  onChanged: () => () => undefined,
  onForgotten: () => () => undefined,
};
