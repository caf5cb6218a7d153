import { ArrowLeftRight, Link2, Link2Off, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingView, ReadingPlace } from '../../../../core/library/views.ts';
import { findItem } from '../../../features/agenda/agendaOrder.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { WorkspaceCommand } from '../shortcuts.ts';
import { ownerOfDocument } from '../workspacePlaces.ts';
import type { SideName } from '../workspaceState.ts';
import { halfOf } from './Sides.ts';

export interface SideHead {
  readonly side: SideName;
  readonly place: ReadingPlace;
}

/** Above the two sides: what each shows and which is active, and what can be done with both. Tabs where only one is seen. */
export function SidesBar({
  view,
  heads,
  activeSide,
  isSwapped,
  isLinked,
  isNarrow,
  shortcutOf,
  onActivate,
  onLink,
  onSwap,
  onClose,
}: {
  view: MeetingView;
  /** From left to right. */
  heads: readonly SideHead[];
  activeSide: SideName;
  isSwapped: boolean;
  isLinked: boolean;
  isNarrow: boolean;
  shortcutOf: (command: WorkspaceCommand) => string;
  onActivate: (side: SideName) => void;
  onLink: () => void;
  onSwap: () => void;
  onClose: (side: SideName) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="sides-bar" role="group" aria-label={t('views.sides')}>
      {heads.map(({ side, place }) => {
        const half = t(`views.side.${halfOf(side, isSwapped)}`);
        return (
          <div key={side} className="sides-bar__head" data-active={side === activeSide || undefined}>
            <button
              type="button"
              className="sides-bar__title"
              aria-pressed={side === activeSide}
              title={titleOf(view, place) ?? t('views.side.nothing')}
              onClick={() => onActivate(side)}
            >
              <span className="sides-bar__half">{half}</span>
              {titleOf(view, place) ?? t('views.side.nothing')}
            </button>
            <IconButton
              size="small"
              label={t('views.closeSide', { side: half.toLocaleLowerCase() })}
              {...(side === activeSide ? {} : { shortcut: shortcutOf('closeOtherSide') })}
              icon={<X size={15} aria-hidden />}
              onPress={() => onClose(side)}
            />
          </div>
        );
      })}
      <div className="sides-bar__both">
        {!isNarrow && (
          <IconButton
            size="small"
            label={t(isLinked ? 'views.unlinkScrolling' : 'views.linkScrolling')}
            shortcut={shortcutOf('linkSides')}
            isPressed={isLinked}
            icon={isLinked ? <Link2 size={16} aria-hidden /> : <Link2Off size={16} aria-hidden />}
            onPress={onLink}
          />
        )}
        <IconButton
          size="small"
          label={t('views.swapSides')}
          shortcut={shortcutOf('swapSides')}
          icon={<ArrowLeftRight size={16} aria-hidden />}
          onPress={onSwap}
        />
      </div>
    </div>
  );
}

/** The document that is read there, or the item or briefing; null for the page about the meeting. */
export function titleOf(view: MeetingView, place: ReadingPlace): string | null {
  const { documentId, itemId, briefingId } = place;
  const owner = documentId === null ? null : ownerOfDocument(view, documentId);
  const document = owner?.documents.find((each) => each.id === documentId);
  const item = itemId === null ? null : findItem(view.agenda, itemId);
  const number = item?.number ?? null;
  if (document) return [number, document.title].filter((part) => part !== null).join(' · ');
  if (item) return [number, item.title].filter((part) => part !== null).join(' · ');
  return view.briefings.find((entry) => entry.id === briefingId)?.unit.name ?? null;
}
