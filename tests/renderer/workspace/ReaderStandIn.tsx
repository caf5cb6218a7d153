import type { ReactNode, Ref } from 'react';
import { useImperativeHandle, useRef } from 'react';
import type { ReaderHandle, ReaderProps } from '../../../renderer/features/reader/readerTypes.ts';

/** What the workspace gave the reader, and what it asked of it. */
export const readerSeen: { props: ReaderProps | null; went: unknown[] } = { props: null, went: [] };

/** In place of the reader: no PDF, only what passes between reader and workspace. */
export function Reader({ ref, ...props }: ReaderProps & { ref?: Ref<ReaderHandle> }): ReactNode {
  readerSeen.props = props;
  const element = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    goTo: (...args) => readerSeen.went.push(['goTo', ...args]),
    goToWords: (...args) => readerSeen.went.push(['goToWords', ...args]),
    goToPackPage: (page) => readerSeen.went.push(['goToPackPage', page]),
    zoom: (command) => readerSeen.went.push(['zoom', command]),
    takeTool: () => undefined,
    toggleReadAloud: () => readerSeen.went.push(['toggleReadAloud']),
    toggleNavigation: (panel) => readerSeen.went.push(['toggleNavigation', panel]),
    toggleTextView: () => readerSeen.went.push(['toggleTextView']),
    focusJumpField: () => readerSeen.went.push(['focusJumpField']),
    focus: () => element.current?.focus(),
    position: () => null,
    goToPosition: (...args) => readerSeen.went.push(['goToPosition', ...args]),
    turnPages: (step) => readerSeen.went.push(['turnPages', step]),
    scrolling: { place: () => 0, moveTo: () => undefined, onScroll: () => () => undefined },
  }));
  return (
    <div ref={element} id="reader-stand-in" tabIndex={0} role="document" aria-label="Läsaren">
      {props.documents.map((document) => document.title).join(', ')}
    </div>
  );
}
