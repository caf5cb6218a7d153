import * as v from 'valibot';

/** The window asks, main answers with a Result. */
export interface Request<A extends v.GenericSchema, R> {
  readonly direction: 'request';
  readonly args: A;
  /** Only carries the type. */
  readonly result?: R;
}

/** Main tells, the window listens. */
export interface EventEntry<P> {
  readonly direction: 'event';
  /** Only carries the type. */
  readonly payload?: P;
}

/** A request with this result, for the arguments that the schema lets through. */
export const request =
  <R>() =>
  <A extends v.GenericSchema>(args: A): Request<A, R> => ({ direction: 'request', args });
/** An event with this payload. */
export const event = <P>(): EventEntry<P> => ({ direction: 'event' });

/** No arguments. */
export const nothing = v.undefined();
/** An id. */
export const uuid = v.pipe(v.string(), v.uuid());
/** A name, a key, a line. */
export const shortText = v.pipe(v.string(), v.maxLength(4096));
/** A path on this computer. */
export const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
/** Paths of files and folders. */
export const filePaths = v.pipe(v.array(path), v.maxLength(5000));
/** A passphrase, as typed. */
export const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
/** What was pasted. */
export const pastedText = v.pipe(v.string(), v.maxLength(500_000));
