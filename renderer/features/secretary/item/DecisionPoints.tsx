import { ArrowDown, ArrowUp, Ellipsis, Merge, Plus, Split, Trash2 } from 'lucide-react';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { useEditor, useFocusField } from '../editor/useEditor.ts';
import { joinedPoints, movedPoint, pastedPoints, splitPoint, withPoint, withoutPoint } from './points.ts';
import { usePoints } from './usePoints.ts';
import './itemDocuments.css';

/** The proposed decision as numbered points. Enter makes a new point, Backspace at its beginning joins it with the one before. */
export function DecisionPoints({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const { points, type, set, leave } = usePoints(item);
  const focusPoint = (at: number): void => model.focusField(`point:${at}`);
  const change = (changed: string[], focus: number): void => {
    set(changed);
    focusPoint(focus);
  };
  return (
    <section className="sec-section" aria-label={t('agenda.proposedDecision')}>
      <div className="sec-section__head">
        <h3>{t('agenda.proposedDecision')}</h3>
        <Button
          size="small"
          variant="quiet"
          icon={<Plus size={15} aria-hidden />}
          onPress={() => change([...points, ''], points.length)}
        >
          {t('secretary.points.add')}
        </Button>
      </div>
      {points.length === 0 ? (
        <EmptyPoints onAdd={() => change([''], 0)} isDecision={item.itemKind === 'decision'} />
      ) : (
        <ol className="sec-points">
          {points.map((point, at) => (
            <Point
              key={at}
              points={points}
              at={at}
              text={point}
              onType={(text) => type(withPoint(points, at, text))}
              onChange={change}
              onLeave={leave}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function EmptyPoints({ isDecision, onAdd }: { isDecision: boolean; onAdd: () => void }): ReactNode {
  const { t } = useMessages();
  const ref = useFocusField<HTMLButtonElement>('point:0');
  return (
    <button ref={ref} type="button" className="sec-points__empty" onClick={onAdd}>
      {t(isDecision ? 'secretary.points.emptyDecision' : 'secretary.points.empty')}
    </button>
  );
}

interface PointProps {
  readonly points: readonly string[];
  readonly at: number;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onChange: (points: string[], focus: number) => void;
  readonly onLeave: () => void;
}

function Point({ points, at, text, onType, onChange, onLeave }: PointProps): ReactNode {
  const { t } = useMessages();
  const area = useFocusField<HTMLTextAreaElement>(`point:${at}`);
  const caret = useRef(text.length);
  useGrowing(area, text);
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>): void => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const changed = changeByKey(event, points, at, event.target);
    if (changed === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(changed.points, changed.focus);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = pastedPoints(event.clipboardData.getData('text/plain'));
    if (pasted === null || text !== '') return;
    event.preventDefault();
    onChange(points.toSpliced(at, 1, ...pasted), at + pasted.length - 1);
  };
  return (
    <li className="sec-point" onKeyDown={onKeyDown} onPaste={onPaste}>
      <span className="sec-point__number" aria-hidden>
        {at + 1}
      </span>
      <TextArea
        label={t('secretary.points.point', { number: at + 1 })}
        hidesLabel
        rows={1}
        value={text}
        areaRef={area}
        onChange={onType}
        onBlur={() => {
          caret.current = area.current?.selectionStart ?? text.length;
          onLeave();
        }}
      />
      <PointMenu points={points} at={at} caret={() => caret.current} onChange={onChange} />
    </li>
  );
}

/** What a key does to the points; null when it only writes. */
function changeByKey(
  event: KeyboardEvent,
  points: readonly string[],
  at: number,
  area: HTMLTextAreaElement,
): { readonly points: string[]; readonly focus: number } | null {
  const isAtStart = area.selectionStart === 0 && area.selectionEnd === 0;
  if (event.nativeEvent.isComposing) return null;
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey)
    return { points: splitPoint(points, at, area.selectionStart), focus: at + 1 };
  if (event.key === 'Backspace' && isAtStart) {
    if (at > 0) return { points: joinedPoints(points, at), focus: at - 1 };
    return points[0] === '' ? { points: withoutPoint(points, 0), focus: 0 } : null;
  }
  if (event.altKey && event.key === 'ArrowUp')
    return { points: movedPoint(points, at, -1), focus: Math.max(0, at - 1) };
  if (event.altKey && event.key === 'ArrowDown')
    return { points: movedPoint(points, at, 1), focus: Math.min(points.length - 1, at + 1) };
  return null;
}

function PointMenu({
  points,
  at,
  caret,
  onChange,
}: Pick<PointProps, 'points' | 'at' | 'onChange'> & { caret: () => number }): ReactNode {
  const { t } = useMessages();
  const label = t('secretary.points.menu', { number: at + 1 });
  const text = points[at] ?? '';
  return (
    <Menu
      label={label}
      trigger={<IconButton size="small" label={label} icon={<Ellipsis size={16} aria-hidden />} />}
    >
      <MenuItem
        icon={<ArrowUp size={15} aria-hidden />}
        shortcut="Alt+↑"
        isDisabled={at === 0}
        onAction={() => onChange(movedPoint(points, at, -1), at - 1)}
      >
        {t('secretary.moveUp')}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown size={15} aria-hidden />}
        shortcut="Alt+↓"
        isDisabled={at === points.length - 1}
        onAction={() => onChange(movedPoint(points, at, 1), at + 1)}
      >
        {t('secretary.moveDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Split size={15} aria-hidden />}
        shortcut="Enter"
        isDisabled={text === ''}
        onAction={() => onChange(splitPoint(points, at, caret()), at + 1)}
      >
        {t('secretary.points.split')}
      </MenuItem>
      <MenuItem
        icon={<Merge size={15} aria-hidden />}
        isDisabled={at === 0}
        onAction={() => onChange(joinedPoints(points, at), at - 1)}
      >
        {t('secretary.points.join')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        isDanger
        icon={<Trash2 size={15} aria-hidden />}
        onAction={() => onChange(withoutPoint(points, at), Math.max(0, at - 1))}
      >
        {t('secretary.points.remove')}
      </MenuItem>
    </Menu>
  );
}

/** As high as its words: a decision is read whole. */
function useGrowing(area: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  useEffect(() => {
    if (area.current === null) return;
    area.current.style.blockSize = 'auto';
    area.current.style.blockSize = `${area.current.scrollHeight + 2}px`;
  }, [area, text]);
}
