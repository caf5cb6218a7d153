import { CircleDot, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { isPrepared } from '../../../core/preparation/sheet.ts';
import { useMessages } from '../../ui/messages.tsx';

/** All items, with what has been prepared and where the person stands. */
export function ItemList({
  sheets,
  itemId,
  onShow,
}: {
  readonly sheets: readonly ItemSheet[];
  readonly itemId: string | null;
  readonly onShow: (itemId: string) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <nav className="prep-items" aria-label={t('preparation.itemList')}>
      <ul>
        {sheets.map((sheet) => (
          <li key={sheet.item.id}>
            <button
              type="button"
              className="prep-item"
              aria-current={sheet.item.id === itemId ? 'true' : undefined}
              onClick={() => onShow(sheet.item.id)}
            >
              <span className="prep-item__number">{sheet.item.number}</span>
              <span className="prep-item__title">{sheet.item.title}</span>
              {sheet.conflict !== null && (
                <span className="prep-item__mark prep-item__mark--conflict">
                  <UserX size={14} aria-hidden /> {t('preparation.conflict')}
                </span>
              )}
              {sheet.stance !== null && (
                <span className="prep-item__mark">{t(`preparation.stance.${sheet.stance}`)}</span>
              )}
              {isPrepared(sheet) && <CircleDot className="prep-item__dot" size={14} aria-hidden />}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
