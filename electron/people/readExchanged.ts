import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { largestEnvelopeBytes } from '../../core/exchange/envelope.ts';
import type { Disk } from '../storage/disk.ts';
import { diskFailure } from '../storage/diskFailure.ts';

/** The bytes of one of the small files that people exchange. Fails with exchangeUnreadable (too large, gone) or diskDenied. */
export async function readExchanged(disk: Disk, file: string): Promise<Result<Uint8Array>> {
  try {
    const size = await disk.size(file);
    if (size !== null && size > largestEnvelopeBytes) {
      return failure('exchangeUnreadable', { detail: { rule: 'too-large', path: '' } });
    }
    const bytes = await disk.read(file);
    return bytes === null ? failure('exchangeUnreadable', { detail: { rule: 'gone', path: '' } }) : ok(bytes);
  } catch (error) {
    return diskFailure(error, file);
  }
}
