import { create } from 'zustand';

export type IncomingSource =
  | { readonly type: 'chosen' }
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'document'; readonly documentId: string };

interface Incoming {
  /** What is looked through now, and what waits. */
  readonly queue: readonly (IncomingSource & { readonly meetingId: string; readonly number: number })[];
  readonly last: number;
}

export const useIncoming = create<Incoming>()(() => ({ queue: [], last: 0 }));

/** Looks through these, one after the other. */
export function takeIn(meetingId: string, sources: readonly IncomingSource[]): void {
  useIncoming.setState(({ queue, last }) => ({
    queue: [...queue, ...sources.map((source, at) => ({ ...source, meetingId, number: last + at + 1 }))],
    last: last + sources.length,
  }));
}

export function nextIncoming(): void {
  useIncoming.setState(({ queue }) => ({ queue: queue.slice(1) }));
}

const isPdf = (path: string): boolean => path.toLowerCase().endsWith('.pdf');

/** Annotated PDFs dropped on an open meeting belong to it; everything else is a pack or the like. */
export const areForMeeting = (paths: readonly string[]): boolean => paths.length > 0 && paths.every(isPdf);
