import type { ReactNode } from 'react';
import type { SheetNote } from '../../../core/preparation/sheet.ts';
import { useMessages } from '../../ui/messages.tsx';
import { placeWords } from './placeWords.ts';

/** The words an entry quotes, with where they stand; nothing when it quotes none. */
export function EntryQuote({ placed }: { readonly placed: SheetNote }): ReactNode {
  const messages = useMessages();
  if (placed.quote === '') return null;
  return (
    <blockquote className="prep-quote">
      {placed.quote}
      <cite>{placeWords(messages, placed)}</cite>
    </blockquote>
  );
}
