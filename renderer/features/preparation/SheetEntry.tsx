import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { usePreparation } from './PreparationContext.ts';

/** Where an entry stands among the others of its part of the sheet. */
export interface EntryPlace {
  /** All of them, in the order shown. */
  readonly among: readonly Annotation[];
  readonly at: number;
}

/** One entry of the sheet: what it says, and beside it what can be done with it. */
export function SheetEntry({
  note,
  place,
  isListed = true,
  keepsNote = false,
  tools,
  children,
}: {
  readonly note: Annotation;
  /** Left out: it stands alone. */
  readonly place?: EntryPlace;
  /** It is one of a list. */
  readonly isListed?: boolean;
  /** It was made somewhere else and is removed there. */
  readonly keepsNote?: boolean;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const Frame = isListed ? 'li' : 'div';
  return (
    <Frame className="prep-entry" data-note={note.id}>
      <div className="prep-entry__words">{children}</div>
      <div className="prep-entry__tools">
        {tools}
        {place !== undefined && place.among.length > 1 && <Moves place={place} />}
        {!keepsNote && (
          <IconButton
            size="small"
            label={t('preparation.remove')}
            icon={<Trash2 size={15} aria-hidden />}
            onPress={() => void session.remove(note.id)}
          />
        )}
      </div>
    </Frame>
  );
}

function Moves({ place: { among, at } }: { readonly place: EntryPlace }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  return (
    <>
      <IconButton
        size="small"
        label={t('preparation.moveUp')}
        icon={<ArrowUp size={15} aria-hidden />}
        isDisabled={at === 0}
        onPress={() => void session.reorder(among, at, at - 1)}
      />
      <IconButton
        size="small"
        label={t('preparation.moveDown')}
        icon={<ArrowDown size={15} aria-hidden />}
        isDisabled={at === among.length - 1}
        onPress={() => void session.reorder(among, at, at + 1)}
      />
    </>
  );
}
