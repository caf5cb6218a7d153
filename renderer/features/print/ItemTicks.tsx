import type { ReactNode } from 'react';
import type { PrintedHolder, PrintedMeeting } from '../../../core/print/printedMeeting.ts';
import { holderName, openDocumentsOf, printedHolders } from '../../../core/print/printedMeeting.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { withDescendants } from './printForm.ts';

const isSealed = ({ item, briefing }: PrintedHolder): boolean => (item ?? briefing)?.sealed != null;

/** The items and briefings of the meeting, to be ticked; an item takes what stands below it along. */
export function ItemTicks({
  meeting,
  ids,
  onChange,
}: {
  meeting: PrintedMeeting;
  ids: ReadonlySet<string>;
  onChange: (ids: ReadonlySet<string>) => void;
}): ReactNode {
  const { t } = useMessages();
  const holders = printedHolders(meeting);
  const open = holders.filter((holder) => !isSealed(holder));
  const toggle = (holder: PrintedHolder, isTicked: boolean): void => {
    const own = withDescendants(holder, meeting);
    onChange(new Set(isTicked ? [...ids, ...own] : [...ids].filter((id) => !own.includes(id))));
  };
  return (
    <div className="print-items" role="group" aria-label={t('print.items.list')}>
      <div className="print-items__all">
        <Button size="small" onPress={() => onChange(new Set(open.map(({ id }) => id)))}>
          {t('print.items.all')}
        </Button>
        <Button size="small" isDisabled={ids.size === 0} onPress={() => onChange(new Set())}>
          {t('print.items.none')}
        </Button>
      </div>
      <ul className="print-items__list">
        {holders.map((holder) => (
          <li key={holder.id} style={{ paddingInlineStart: `${holder.depth * 20}px` }}>
            <Checkbox
              isSelected={ids.has(holder.id) && !isSealed(holder)}
              isDisabled={isSealed(holder)}
              onChange={(isTicked) => toggle(holder, isTicked)}
            >
              {holderName(holder)} <span className="print-items__pages">{pagesOf(holder)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  );

  function pagesOf(holder: PrintedHolder): string {
    if (isSealed(holder)) return t('print.items.sealed');
    const count = openDocumentsOf(holder).reduce((sum, { pageCount }) => sum + pageCount, 0);
    return t('print.items.pages', { count });
  }
}
