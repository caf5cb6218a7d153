import { ChevronRight, Landmark } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Tree, TreeHeader, TreeItem, TreeItemContent, TreeSection } from 'react-aria-components/Tree';
import type { AgendaEntry, BriefingEntry, DocumentEntry, ReadingPlace } from '../../../core/library/views.ts';
import { useMessages } from '../../ui/messages.tsx';
import { agendaLines } from './agendaOrder.ts';
import { briefingKey, currentKey, documentKey, itemKey, meetingKey, ownerKey } from './agendaKeys.ts';
import { BriefingRow, DocumentRow, ItemRow } from './AgendaRows.tsx';
import { useAgendaWords } from './useAgendaWords.ts';
import { useNumberJump } from './useNumberJump.ts';

export interface AgendaTreeProps {
  readonly agenda: readonly AgendaEntry[];
  readonly briefings: readonly BriefingEntry[];
  readonly place: ReadingPlace;
  /** Notes of an item or briefing by its id; those on the meeting under `meeting`. */
  readonly noteCounts: ReadonlyMap<string, number>;
  /** Expected start of an item by its id, as a wall clock. */
  readonly clocks: ReadonlyMap<string, string>;
  /** Keys of `agendaKeys.ts`. */
  readonly expanded: ReadonlySet<string>;
  readonly onExpanded: (keys: ReadonlySet<string>) => void;
  readonly onOpen: (place: ReadingPlace) => void;
}

/** The agenda as a tree: arrows, Enter, type-ahead on titles and on item numbers. */
export function AgendaTree(props: AgendaTreeProps): ReactNode {
  const { agenda, briefings, place, expanded, onExpanded, onOpen } = props;
  const { t } = useMessages();
  const tree = useRef<HTMLDivElement>(null);
  const jumpToNumber = useNumberJump(tree, agenda);

  const places = placesByKey(agenda, briefings);
  const open = (key: unknown): void => {
    const target = places.get(String(key));
    if (target !== undefined) onOpen(target);
  };
  const selected = currentKey(place, expanded);
  const owner = ownerKey(place);
  useEffect(() => {
    // A frame later: at first the tree has no rows yet.
    const frame = requestAnimationFrame(() => {
      const row = tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(selected)}"]`);
      row?.scrollIntoView({ block: 'nearest' });
      // Going on to another item by key from the agenda takes the focus along.
      const focused =
        tree.current?.contains(document.activeElement) && document.activeElement?.closest('[data-key]');
      if (focused && focused.getAttribute('data-key') !== owner) row?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [selected, owner]);
  return (
    <div
      onKeyDownCapture={(event: KeyboardEvent) => jumpToNumber(event)}
      className="agenda-tree__keys"
      style={{ ['--agenda-number-width' as string]: `${numberWidth(agenda) * 0.85}ch` }}
    >
      <Tree
        ref={tree}
        className="agenda-tree"
        aria-label={t('agenda.title')}
        selectionMode="single"
        selectedKeys={[selected]}
        expandedKeys={expanded}
        onExpandedChange={(keys) => onExpanded(new Set([...keys].map(String)))}
        onSelectionChange={(keys) => open(keys === 'all' ? selected : ([...keys][0] ?? selected))}
      >
        {rows(props, t('agenda.meeting'), t('agenda.briefings'))}
      </Tree>
    </div>
  );
}

function rows(props: AgendaTreeProps, meetingLabel: string, briefingsLabel: string): ReactNode {
  return (
    <>
      <TreeItem id={meetingKey} textValue={meetingLabel} className="agenda-row agenda-row--meeting">
        <TreeItemContent>
          <div className="agenda-row__line">
            <Landmark size={15} aria-hidden className="agenda-row__document-icon" />
            <span className="agenda-row__title">{meetingLabel}</span>
          </div>
        </TreeItemContent>
      </TreeItem>
      {props.agenda.map((entry) => (
        <ItemTreeItem key={entry.id} entry={entry} tree={props} />
      ))}
      {props.briefings.length > 0 && (
        <TreeSection>
          {props.agenda.length > 0 && (
            <TreeHeader className="agenda-tree__heading">{briefingsLabel}</TreeHeader>
          )}
          {props.briefings.map((entry) => (
            <BriefingTreeItem key={entry.id} entry={entry} tree={props} />
          ))}
        </TreeSection>
      )}
    </>
  );
}

function ItemTreeItem({ entry, tree }: { entry: AgendaEntry; tree: AgendaTreeProps }): ReactNode {
  const words = useAgendaWords();
  const noteCount = tree.noteCounts.get(entry.id) ?? 0;
  const clock = tree.clocks.get(entry.id) ?? null;
  return (
    <TreeItem
      id={itemKey(entry.id)}
      textValue={entry.title}
      aria-label={words.itemLabel(entry, noteCount, clock)}
      className="agenda-row agenda-row--item"
      data-current={tree.place.itemId === entry.id || undefined}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className="agenda-row__line">
            <Chevron isShown={hasChildItems} />
            <ItemRow entry={entry} noteCount={noteCount} clock={clock} />
          </div>
        )}
      </TreeItemContent>
      {entry.documents.map((document) => (
        <DocumentTreeItem key={document.id} document={document} />
      ))}
      {entry.children.map((child) => (
        <ItemTreeItem key={child.id} entry={child} tree={tree} />
      ))}
    </TreeItem>
  );
}

function BriefingTreeItem({ entry, tree }: { entry: BriefingEntry; tree: AgendaTreeProps }): ReactNode {
  const words = useAgendaWords();
  const noteCount = tree.noteCounts.get(entry.id) ?? 0;
  return (
    <TreeItem
      id={briefingKey(entry.id)}
      textValue={entry.unit.name}
      aria-label={words.briefingLabel(entry, noteCount)}
      className="agenda-row agenda-row--item"
      data-current={tree.place.briefingId === entry.id || undefined}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className="agenda-row__line">
            <Chevron isShown={hasChildItems} />
            <BriefingRow entry={entry} noteCount={noteCount} />
          </div>
        )}
      </TreeItemContent>
      {entry.documents.map((document) => (
        <DocumentTreeItem key={document.id} document={document} />
      ))}
    </TreeItem>
  );
}

function DocumentTreeItem({ document }: { document: DocumentEntry }): ReactNode {
  const words = useAgendaWords();
  return (
    <TreeItem
      id={documentKey(document.id)}
      textValue={document.title}
      aria-label={words.documentLabel(document)}
      className="agenda-row agenda-row--document"
    >
      <TreeItemContent>
        <div className="agenda-row__line">
          <DocumentRow document={document} />
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}

function Chevron({ isShown }: { isShown: boolean }): ReactNode {
  if (!isShown) return <span className="agenda-row__chevron" />;
  return (
    <AriaButton slot="chevron" className="agenda-row__chevron">
      <ChevronRight size={14} aria-hidden />
    </AriaButton>
  );
}

/** Numbers stand in one column, as wide as the widest: "7", "§ 100", "13a". */
const numberWidth = (agenda: readonly AgendaEntry[]): number =>
  Math.min(8, Math.max(2, ...agendaLines(agenda).map(({ entry }) => entry.number?.length ?? 0)));

function placesByKey(
  agenda: readonly AgendaEntry[],
  briefings: readonly BriefingEntry[],
): ReadonlyMap<string, ReadingPlace> {
  const places = new Map<string, ReadingPlace>([
    [meetingKey, { itemId: null, briefingId: null, documentId: null }],
  ]);
  const add = (key: string, place: ReadingPlace, documents: readonly DocumentEntry[]): void => {
    places.set(key, place);
    for (const document of documents)
      places.set(documentKey(document.id), { ...place, documentId: document.id });
  };
  const addItem = (entry: AgendaEntry): void => {
    add(itemKey(entry.id), { itemId: entry.id, briefingId: null, documentId: null }, entry.documents);
    entry.children.forEach(addItem);
  };
  agenda.forEach(addItem);
  for (const entry of briefings)
    add(briefingKey(entry.id), { itemId: null, briefingId: entry.id, documentId: null }, entry.documents);
  return places;
}
