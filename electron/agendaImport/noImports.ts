import { failure } from '../../core/errors.ts';
import type { ImportJobs } from './importJobs.ts';

const refuse = () => Promise.resolve(failure('importNothing'));

/** Where files cannot be looked at: on the command line. */
export const noImports: ImportJobs = {
  propose: refuse,
  accept: refuse,
  addFiles: refuse,
  replaceFile: refuse,
  cancel: () => undefined,
  close: () => Promise.resolve(),
};
