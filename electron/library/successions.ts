import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { readSuccession, successionExtension } from '../../core/exchange/rootSuccession.ts';
import type { SuccessionOffer, SuccessionOutcome } from '../../core/library/succession.ts';
import { verifyEnvelope } from '../crypto/envelopeSigning.ts';
import type { Disk } from '../storage/disk.ts';
import { readExchanged } from '../people/readExchanged.ts';
import type { LibraryService } from './libraryService.ts';
import { wordsOfKey } from './wordsOfKey.ts';

/** Letters about a municipality's new root key: read, shown with both keys' words, and answered by the person. */
export interface Successions {
  readonly isLetter: (file: string) => boolean;
  readonly take: (files: readonly string[]) => Promise<readonly SuccessionOutcome[]>;
  /** The new words match, or they do not and nothing changes. Fails with invalidArgument when nothing such was offered. */
  readonly answer: (from: string, to: string, matches: boolean) => Promise<Result<void>>;
}

export function createSuccessions(
  library: Pick<LibraryService, 'successionStanding' | 'succeedRoot'>,
  disk: Disk,
): Successions {
  const offers = new Map<string, SuccessionOffer>();

  const takeOne = async (given: string): Promise<SuccessionOutcome> => {
    const file = path.basename(given);
    const refused = (error: SuccessionRefusal): SuccessionOutcome => ({
      kind: 'refused',
      file,
      error: { file, ...error },
    });
    const bytes = await readExchanged(disk, given);
    if (!bytes.ok) return refused(bytes.error);
    const letter = readSuccession(bytes.value, verifyEnvelope);
    if (!letter.ok) return refused(letter.error);
    const { municipality, from, to } = letter.value.content;
    const standing = library.successionStanding({ from, to });
    if (standing === 'unknownRoot') return refused({ code: 'successionUnknown', detail: { municipality } });
    const offer = { municipality, from, to, oldWords: wordsOfKey(from), newWords: wordsOfKey(to) };
    if (standing === 'offered') offers.set(nameOf(offer), offer);
    return { kind: standing, file, offer };
  };

  return {
    isLetter: (file) => file.toLowerCase().endsWith(`.${successionExtension}`),
    take: async (files) => {
      const outcomes: SuccessionOutcome[] = [];
      for (const file of files) outcomes.push(await takeOne(file));
      return outcomes;
    },
    answer: async (from, to, matches) => {
      const offer = offers.get(nameOf({ from, to }));
      if (offer === undefined) return failure('invalidArgument');
      offers.delete(nameOf(offer));
      return matches ? library.succeedRoot(offer) : ok(undefined);
    },
  };
}

type SuccessionRefusal = Extract<SuccessionOutcome, { kind: 'refused' }>['error'];

const nameOf = ({ from, to }: Pick<SuccessionOffer, 'from' | 'to'>): string => `${from} ${to}`;
