import type { ReactNode, RefObject } from 'react';
import { Fragment, useEffect, useMemo } from 'react';
import { layoutDefaults } from '../../../../core/settings/settings.ts';
import type { ReaderHandle } from '../../../features/reader/readerTypes.ts';
import { linkScrolling } from '../../../features/reader/sideBySide/linkScrolling.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { Splitter } from '../../../ui/Splitter.tsx';
import type { MiddlePaneProps } from '../MiddlePane.tsx';
import { MiddlePane } from '../MiddlePane.tsx';
import { notesAt } from '../shownNotes.ts';
import type { WorkspaceCommand } from '../shortcuts.ts';
import { useWidth } from '../useWidth.ts';
import { useWorkspaceState } from '../useWorkspace.ts';
import type { SideName } from '../workspaceState.ts';
import { DropHalves } from './DropHalves.tsx';
import { halfOf, otherSide } from './Sides.ts';
import { SidesBar } from './SidesBar.tsx';
import './sides.css';

/** Least width of a side in CSS pixels; where there is no room for two, they are shown one at a time. */
const leastSide = 260;

export type SideReaders = Readonly<Record<SideName, RefObject<ReaderHandle | null>>>;

/** The middle: what is read, or two things beside each other. */
export function MiddleSides({
  readers,
  onCommand,
  ...props
}: Omit<MiddlePaneProps, 'side' | 'reader'> & {
  readers: SideReaders;
  onCommand: (command: WorkspaceCommand) => void;
}): ReactNode {
  const { workspace, view, place, notes } = props;
  const { sides } = workspace;
  const { t } = useMessages();
  const activeSide = useWorkspaceState(workspace, (state) => state.activeSide);
  const otherPlace = useWorkspaceState(workspace, (state) => state.otherPlace);
  const isSwapped = useWorkspaceState(workspace, (state) => state.isSwapped);
  const isLinked = useWorkspaceState(workspace, (state) => state.isLinked);
  const share = useWorkspaceState(workspace, (state) => state.layout.firstSideShare);
  const [element, width] = useWidth();
  const openInBoth = [place, otherPlace].map((each) => each?.itemId ?? each?.briefingId).join();
  useLinkedScrolling(readers, isLinked && otherPlace !== null, openInBoth);
  const otherNotes = useMemo(
    () => (otherPlace === null ? notes : { ...notes, here: notesAt(notes.all, otherPlace) }),
    [notes, otherPlace],
  );
  const isSplit = otherPlace !== null;
  const isNarrow = width < 2 * leastSide + 8;
  const left: SideName = isSwapped ? 'second' : 'first';
  const leftWidth = Math.round(
    Math.max(leastSide, Math.min(width - leastSide, width * (share ?? layoutDefaults.firstSideShare))),
  );
  const shareOf = (pixels: number): number => Math.max(0.2, Math.min(0.8, pixels / Math.max(1, width)));
  const placeOf = (side: SideName) => (side === activeSide ? place : (otherPlace ?? place));
  return (
    <div ref={element} className="middle-sides">
      {isSplit && (
        <SidesBar
          view={view}
          heads={[left, otherSide(left)].map((side) => ({ side, place: placeOf(side) }))}
          activeSide={activeSide}
          isSwapped={isSwapped}
          isLinked={isLinked}
          isNarrow={isNarrow}
          shortcutOf={props.shortcutOf}
          onActivate={(side) => sides.activate(side)}
          onLink={() => onCommand('linkSides')}
          onSwap={() => onCommand('swapSides')}
          onClose={(side) => sides.close(side)}
        />
      )}
      <div className="middle-sides__both">
        {(['first', 'second'] as const).map((side) => {
          if (side !== activeSide && !isSplit) return null;
          const isLeft = side === left;
          const half = halfOf(side, isSwapped);
          const isWide = isSplit && !isNarrow;
          return (
            <Fragment key={side}>
              <div
                className="middle-sides__side"
                hidden={isSplit && isNarrow && side !== activeSide}
                {...(isSplit
                  ? {
                      role: 'group',
                      'aria-label': t(`views.side.${half}`),
                      'data-active': side === activeSide,
                    }
                  : {})}
                style={{
                  order: isLeft ? 0 : 2,
                  ...(isWide && isLeft ? { flex: 'none', width: leftWidth } : {}),
                }}
                onPointerDownCapture={() => sides.activate(side)}
                onFocusCapture={() => sides.activate(side)}
              >
                <MiddlePane
                  {...props}
                  side={side}
                  place={placeOf(side)}
                  notes={side === activeSide ? notes : otherNotes}
                  reader={readers[side]}
                />
              </div>
              {isWide && side === 'first' && (
                <div className="middle-sides__line">
                  <Splitter
                    label={t('views.sidesWidth')}
                    pane="before"
                    width={leftWidth}
                    min={leastSide}
                    max={Math.max(leastSide, width - leastSide)}
                    onResize={(pixels) => workspace.setLayout({ firstSideShare: shareOf(pixels) })}
                    onResized={(pixels) => void workspace.keepLayout({ firstSideShare: shareOf(pixels) })}
                  />
                </div>
              )}
            </Fragment>
          );
        })}
      </div>
      <DropHalves />
    </div>
  );
}

/** `open` names what is open: another reader then has to be linked. */
function useLinkedScrolling({ first, second }: SideReaders, isLinked: boolean, open: string): void {
  useEffect(() => {
    const [one, other] = [first.current, second.current];
    if (!isLinked || !one || !other) return undefined;
    return linkScrolling(one.scrolling, other.scrolling);
  }, [first, second, isLinked, open]);
}
