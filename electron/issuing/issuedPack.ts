import type { IssuedPack, Publication } from '../../core/issuing/issuing.ts';
import { wordsOfKey } from '../library/wordsOfKey.ts';
import type { IssuedRecord } from './issuedRegister.ts';

/** A remembered issue as the window shows it; without `publications` those are the files it was put into. */
export const issuedPack = (
  { issuerKey, files, bodyId: _bodyId, ...record }: IssuedRecord,
  publications: readonly Publication[] = files.map((file) => ({ placeId: null, file, error: null })),
): IssuedPack => ({ ...record, words: wordsOfKey(issuerKey), publications });
