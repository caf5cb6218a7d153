import type { Result } from '../../core/errors.ts';
import type { SourceFile } from './listSources.ts';

/** A PDF made of a Word or ODF file. */
export interface Conversion {
  /** Where it is, until the import is over. */
  readonly pdf: string;
  readonly by: 'libreOffice' | 'builtIn';
  readonly version: string;
}

/** Fails with convertFailed when it cannot be read, cancelled, or what the disk says. */
export type Converter = (
  source: SourceFile,
  kind: 'word' | 'openDocument' | 'oldOffice',
  signal: AbortSignal,
) => Promise<Result<Conversion>>;
