import type { RefObject } from 'react';
import type { ReaderHandle } from '../../../features/reader/readerTypes.ts';
import type { CommandHandlers } from '../shortcuts.ts';
import type { Workspace } from '../Workspace.ts';
import { halfOf, otherSide } from './Sides.ts';
import { titleOf } from './SidesBar.tsx';

type SideCommand = 'back' | 'forward' | 'otherSide' | 'swapSides' | 'closeOtherSide' | 'linkSides';

/** What the keys of sides and visited places do. Screen readers are told what one sees. */
export function sideCommands(
  workspace: Workspace,
  /** Of the active side. */
  reader: RefObject<ReaderHandle | null>,
): Pick<CommandHandlers, SideCommand> {
  const { sides, places, notes, store } = workspace;
  const saySide = (): void => {
    const { activeSide, isSwapped, meeting, place } = store.getState();
    const what = meeting && titleOf(meeting, place);
    if (what !== null) notes.say(`views.said.${halfOf(activeSide, isSwapped)}`, { what });
  };
  return {
    back: () => {
      if (!places.step('back')) notes.say('views.said.noBack');
    },
    forward: () => {
      if (!places.step('forward')) notes.say('views.said.noForward');
    },
    otherSide: () => {
      sides.change();
      saySide();
      // After the side is drawn: it may just have been opened.
      requestAnimationFrame(() => reader.current?.focus());
    },
    swapSides: () => {
      if (!sides.isSplit()) return;
      sides.swap();
      notes.say('views.said.swapped');
    },
    closeOtherSide: () => {
      if (!sides.isSplit()) return;
      sides.close(otherSide(store.getState().activeSide));
      notes.say('views.said.closed');
    },
    linkSides: () => {
      if (!sides.isSplit()) return;
      sides.toggleLink();
      notes.say(store.getState().isLinked ? 'views.said.linked' : 'views.said.unlinked');
    },
  };
}
