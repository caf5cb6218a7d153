import { useEffect, useState } from 'react';
import { outlineOfPages } from '../../../../core/pdf/outline.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import type { OutlineState } from './outlineRows.ts';

/** After the pages in view and their text, before what is drawn in the background. */
const outlineUrgency = 2000;

/** The outlines of the documents; each is read when it is first wanted, and once more when asked for. */
export function useOutlines(wanted: readonly number[]): {
  readonly outlines: readonly OutlineState[];
  readonly tryAgain: (documentIndex: number) => void;
} {
  const { session } = useReader();
  const [outlines, setOutlines] = useState<readonly OutlineState[]>(() =>
    session.sources.map(({ type }) => ({ type: type === 'pdf' ? 'unread' : 'without' })),
  );
  const put = (index: number, state: OutlineState): void =>
    setOutlines((before) => before.map((old, at) => (at === index ? state : old)));

  const next = wanted.find((index) => outlines[index]?.type === 'unread');
  useEffect(() => {
    if (next === undefined) return;
    put(next, { type: 'reading' });
    void readOutline(session, next).then((state) => put(next, state));
  }, [session, next]);
  return { outlines, tryAgain: (index) => put(index, { type: 'unread' }) };
}

async function readOutline(session: ReaderSession, index: number): Promise<OutlineState> {
  const source = session.sources[index];
  const document = session.documents[index];
  if (source?.type !== 'pdf' || !document) return { type: 'without' };
  const job = { type: 'outline', file: source.file } as const;
  const answer = await session.host.request(job, () => outlineUrgency).answer;
  if (!answer?.ok) return { type: 'failed' };
  const { entries, isCut } = answer.value;
  return { type: 'read', entries: outlineOfPages(entries, document.pages), isCut };
}
