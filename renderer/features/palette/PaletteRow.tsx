import type { LucideIcon } from 'lucide-react';
import { Briefcase, CalendarDays, FileText, Hash, ListOrdered, StickyNote, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { KeyboardShortcut } from '../../ui/KeyboardShortcut.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { PaletteEntry, PaletteKind } from './paletteTypes.ts';

const icons: Readonly<Record<PaletteKind, LucideIcon>> = {
  command: Zap,
  item: ListOrdered,
  briefing: Briefcase,
  document: FileText,
  page: Hash,
  note: StickyNote,
  meeting: CalendarDays,
};

/** One line of the palette: what it is, its name, where it stands and its keys. */
export function PaletteRow({
  id,
  entry,
  isActive,
  isRecent,
  place,
  onPoint,
  onPress,
}: {
  id: string;
  entry: PaletteEntry;
  isActive: boolean;
  isRecent: boolean;
  place: { readonly number: number; readonly of: number; readonly top: number; readonly height: number };
  onPoint: () => void;
  onPress: () => void;
}): ReactNode {
  const { t } = useMessages();
  const Icon = icons[entry.kind];
  const { detail = '' } = entry;
  return (
    <div
      id={id}
      role="option"
      className="palette__row"
      aria-selected={isActive}
      aria-disabled={!entry.isEnabled || undefined}
      aria-setsize={place.of}
      aria-posinset={place.number}
      style={{ transform: `translateY(${place.top}px)`, height: place.height }}
      onPointerMove={onPoint}
      onClick={onPress}
    >
      <Icon className="palette__icon" size={16} aria-hidden />
      <span className="palette__words">
        <span className="palette__title">
          {entry.number != null && <b className="palette__number">{entry.number} </b>}
          {entry.title}
        </span>
        {detail !== '' && <span className="palette__detail"> {detail}</span>}
      </span>
      <span className="palette__kind">
        {isRecent ? t('palette.recent') : entry.kind !== 'command' && t(`palette.kind.${entry.kind}`)}
      </span>
      {entry.keys !== undefined && <KeyboardShortcut keys={entry.keys} />}
    </div>
  );
}
