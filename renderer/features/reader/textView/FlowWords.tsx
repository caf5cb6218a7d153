import {
  CircleHelp,
  Highlighter,
  PenLine,
  SquareDashed,
  StickyNote,
  TriangleAlert,
  Type,
  Underline,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { flowText, withoutLastHyphen } from '../../../../core/structure/flowText.ts';
import type { Words } from '../../../../core/structure/pageStructure.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { markLabel } from '../marks/MarkLayer.tsx';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { LinkedLetters } from './markedParts.ts';
import { markedParts } from './markedParts.ts';
import { usePageWords } from './pageWords.ts';
import { useTextView } from './TextViewContext.ts';

/**
 * Words of a page with the marks on them. The text nodes within hold the flowing text and nothing else: that is how a
 * selection finds its way back to the page.
 */
export const FlowWords = memo(function FlowWords({
  words,
  isBroken = false,
}: {
  words: Words;
  /** The last word goes on on the next page: its hyphen is the printer's. */
  isBroken?: boolean;
}): ReactNode {
  const { row, page, marks, activeMarkId, found, links } = usePageWords();
  const { flow: scroll } = useTextView();
  const element = useRef<HTMLSpanElement>(null);
  const flow = useMemo(() => {
    const whole = flowText(page, words);
    return isBroken ? withoutLastHyphen(whole) : whole;
  }, [page, words, isBroken]);
  const parts = useMemo(() => markedParts(flow, marks, found, links), [flow, marks, found, links]);

  useLayoutEffect(() => {
    const shown = element.current;
    if (!shown) return;
    scroll.setPiece(shown, { row, page, flow });
    return () => scroll.setPiece(shown, null);
  }, [scroll, row, page, flow]);

  return (
    <span ref={element} data-flow="" className="text-flow">
      {parts.map(({ text, marks: on, ending, found: isFound, link }, index) => (
        <span key={index} className={isFound === 'no' ? undefined : `text-found text-found--${isFound}`}>
          <LinkedWords link={link} goesOn={link !== null && parts[index - 1]?.link === link}>
            {on.length === 0 ? text : <MarkedWords text={text} marks={on} activeMarkId={activeMarkId} />}
          </LinkedWords>
          {ending.map((mark) => (
            <MarkButton key={mark.id} mark={mark} isActive={mark.id === activeMarkId} />
          ))}
        </span>
      ))}
    </span>
  );
});

/** Words that lead somewhere. A link cut by marks is one stop of the keyboard: its first piece. */
function LinkedWords({
  link,
  goesOn,
  children,
}: {
  link: LinkedLetters | null;
  goesOn: boolean;
  children: ReactNode;
}): ReactNode {
  if (link === null) return children;
  const follow = (): void => {
    // Words being selected are not followed.
    if (getSelection()?.isCollapsed ?? true) link.follow();
  };
  if (goesOn)
    return (
      <span className="text-link" title={link.label} onClick={follow}>
        {children}
      </span>
    );
  return (
    <span
      className="text-link"
      role="link"
      tabIndex={0}
      aria-label={link.label}
      title={link.label}
      onClick={follow}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        link.follow();
      }}
    >
      {children}
    </span>
  );
}

function MarkedWords({
  text,
  marks,
  activeMarkId,
}: {
  text: string;
  marks: readonly ReaderMark[];
  activeMarkId: string | null;
}): ReactNode {
  const { actions } = useReader();
  const top = marks.at(-1);
  const looks = marks.map(({ kind, colour }) =>
    kind === 'highlight' ? `text-mark--${colour ?? 'yellow'}` : `text-mark--${kind}`,
  );
  const isActive = marks.some((mark) => mark.id === activeMarkId);
  return (
    <mark
      className={['text-mark', ...looks, isActive ? 'text-mark--active' : ''].join(' ')}
      data-check={marks.some((mark) => mark.needsCheck) || undefined}
      onClick={() => {
        if (top && (getSelection()?.isCollapsed ?? true)) actions.activateMark(top.id);
      }}
    >
      {text}
    </mark>
  );
}

const icons: Partial<Record<ReaderMark['kind'], LucideIcon>> = {
  question: CircleHelp,
  highlight: Highlighter,
  underline: Underline,
  ink: PenLine,
  freeText: Type,
  area: SquareDashed,
};

/** After a mark's last words: how the keyboard and screen readers reach the note. */
function MarkButton({ mark, isActive }: { mark: ReaderMark; isActive: boolean }): ReactNode {
  const { actions } = useReader();
  const messages = useMessages();
  const label = markLabel(messages, mark);
  const isOnWords = mark.kind === 'highlight' || mark.kind === 'underline';
  const Icon = isOnWords && mark.needsCheck ? TriangleAlert : (icons[mark.kind] ?? StickyNote);
  const isQuiet = isOnWords && !mark.needsCheck && mark.text.trim() === '';
  return (
    <button
      type="button"
      className={`text-mark-button${isQuiet ? ' text-mark-button--quiet' : ''}`}
      aria-label={label}
      aria-current={isActive ? 'true' : undefined}
      data-check={mark.needsCheck || undefined}
      title={label}
      onClick={() => actions.activateMark(mark.id)}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
}
