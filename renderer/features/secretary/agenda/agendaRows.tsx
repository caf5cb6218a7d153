import { ChevronRight, CircleAlert, GripVertical, Lock, OctagonAlert, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import type { RunningClock } from '../../../../core/draft/runningClock.ts';
import type { Messages } from '../../../ui/messages.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ItemTroubles } from './findingsByItem.ts';
import { itemKindIcons } from '../../../ui/kindIcons.ts';

interface RowsProps {
  readonly items: readonly DraftItem[];
  readonly clock: RunningClock | null;
  readonly troubles: ReadonlyMap<string, ItemTroubles>;
  /** The item that files hang over. */
  readonly fileTarget: string | null;
}

export const agendaRows = (props: RowsProps): ReactNode =>
  props.items.map((item, at) => {
    const time = props.clock?.starts.get(item.id) ?? null;
    const before = props.items[at - 1]?.id ?? '';
    const troubles = props.troubles.get(item.id);
    return (
      <AgendaRow
        key={item.id}
        item={item}
        parts={item.children.length > 0 ? props : null}
        time={time}
        isSameTime={time !== null && props.clock?.starts.get(before) === time}
        errors={troubles?.errors ?? 0}
        warnings={troubles?.warnings ?? 0}
        isFileTarget={props.fileTarget === item.id}
      />
    );
  });

interface RowProps {
  readonly item: DraftItem;
  readonly time: string | null;
  /** The item before it begins at the same time. */
  readonly isSameTime: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly isFileTarget: boolean;
}

/** Drawn again only when something of it changed: an agenda may have a hundred. */
const AgendaRow = memo(function AgendaRow({
  parts,
  ...row
}: RowProps & { /** What the item's own parts are drawn with. */ parts: RowsProps | null }): ReactNode {
  const messages = useMessages();
  const { item } = row;
  return (
    <TreeItem
      id={item.id}
      textValue={item.title}
      aria-label={rowLabel(row, messages)}
      className="sec-row"
      data-file-target={row.isFileTarget || undefined}
    >
      <TreeItemContent>
        {({ hasChildItems, allowsDragging }) => (
          <div className="sec-row__line">
            {allowsDragging === true && (
              <AriaButton
                slot="drag"
                className="sec-row__grip"
                aria-label={messages.t('secretary.drag', { title: item.title })}
              >
                <GripVertical size={14} aria-hidden />
              </AriaButton>
            )}
            {hasChildItems ? (
              <AriaButton slot="chevron" className="sec-row__chevron">
                <ChevronRight size={14} aria-hidden />
              </AriaButton>
            ) : (
              <span className="sec-row__chevron" />
            )}
            <RowWords {...row} />
          </div>
        )}
      </TreeItemContent>
      {parts !== null && agendaRows({ ...parts, items: item.children })}
    </TreeItem>
  );
});

const RowWords = memo(function RowWords({ item, time, isSameTime, errors, warnings }: RowProps): ReactNode {
  const { t, formatTime } = useMessages();
  const Icon = item.seal === null ? itemKindIcons[item.itemKind] : Lock;
  return (
    <>
      <span className="sec-row__number">{item.number}</span>
      <span className="sec-row__words">
        <span className="sec-row__title" data-untitled={item.title === '' || undefined}>
          {item.title === '' ? t('secretary.untitledItem') : item.title}
        </span>
        <span className="sec-row__meta">
          <span className="sec-row__kind" data-kind={item.seal === null ? item.itemKind : 'sealed'}>
            <Icon size={13} aria-hidden />
            {t(item.seal === null ? `agenda.kind.${item.itemKind}` : `agenda.sealed.${item.seal.reason}`)}
          </span>
          {item.documents.length > 0 && (
            <span className="sec-row__count">
              <Paperclip size={12} aria-hidden />
              {item.documents.length}
            </span>
          )}
          {item.minutes !== null && <span>{t('agenda.minutes', { count: item.minutes })}</span>}
          <TroubleBadge errors={errors} warnings={warnings} />
        </span>
      </span>
      {time !== null && (
        <time className="sec-row__time" data-same={isSameTime || undefined}>
          {formatTime(time)}
        </time>
      )}
    </>
  );
});

function TroubleBadge({ errors, warnings }: Pick<RowProps, 'errors' | 'warnings'>): ReactNode {
  return (
    <>
      {errors > 0 && (
        <span className="sec-row__trouble sec-row__trouble--error">
          <OctagonAlert size={12} aria-hidden />
          {errors}
        </span>
      )}
      {warnings > 0 && (
        <span className="sec-row__trouble sec-row__trouble--warning">
          <CircleAlert size={12} aria-hidden />
          {warnings}
        </span>
      )}
    </>
  );
}

/** What a sighted person sees in a row, said in words. */
function rowLabel({ item, time, errors, warnings }: RowProps, { t, formatTime }: Messages): string {
  return [
    item.number,
    item.title === '' ? t('secretary.untitledItem') : item.title,
    t(item.seal === null ? `agenda.kind.${item.itemKind}` : `agenda.sealed.${item.seal.reason}`),
    time !== null && t('agenda.startsAt', { time: formatTime(time) }),
    item.minutes !== null && t('agenda.minutes', { count: item.minutes }),
    item.documents.length > 0 && t('secretary.documentCount', { count: item.documents.length }),
    errors > 0 && t('secretary.errorCount', { count: errors }),
    warnings > 0 && t('secretary.warningCount', { count: warnings }),
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('. ');
}
