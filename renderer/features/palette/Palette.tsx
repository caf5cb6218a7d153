import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useStore } from 'zustand';
import { useMessages } from '../../ui/messages.tsx';
import { useProtectedContent } from '../../ui/protectedContent.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { PaletteRow } from './PaletteRow.tsx';
import type { PaletteEntry } from './paletteTypes.ts';
import { recentEntries, rememberEntry } from './recentEntries.ts';
import { searchable, searchEntries } from './searchEntries.ts';
import { stepAfterKey } from './stepAfterKey.ts';
import { rowHeight, useRowsInView } from './useRowsInView.ts';
import './palette.css';

export interface PaletteProps {
  readonly entries: readonly PaletteEntry[];
  /** Entries that what is typed names by itself, such as a page; shown first. */
  readonly typedEntries: (typed: string) => readonly PaletteEntry[];
  /** What was typed before the field was there; asked for once, when it is. */
  readonly takeTyped?: () => string;
  /** The palette is gone and the focus is back where it was when `chosen` is carried out. */
  readonly onClose: (chosen: PaletteEntry | null) => void;
}

/** One field to everything: commands, items, documents, pages, notes and meetings. */
export function Palette(props: PaletteProps): ReactNode {
  const { t } = useMessages();
  return (
    <ModalOverlay
      className="palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose(null);
      }}
    >
      <Modal className="palette">
        <Dialog className="palette__box" aria-label={t('palette.title')}>
          <PaletteSearch {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteSearch({ entries, typedEntries, takeTyped, onClose }: PaletteProps): ReactNode {
  const { t } = useMessages();
  useProtectedContent(entries.some(({ isProtected }) => isProtected === true));
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const takeOnce = useEffectEvent(() => setTyped((now) => (takeTyped?.() ?? '') + now));
  useEffect(() => takeOnce(), []);
  const recent = useStore(recentEntries);
  const ready = useMemo(() => entries.map(searchable), [entries]);
  const found = useMemo(
    () => [...typedEntries(typed), ...searchEntries(ready, typed, recent)],
    [typedEntries, ready, typed, recent],
  );
  const { list, onScroll, rows } = useRowsInView(found.length, active);

  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined || !entry.isEnabled) return;
    rememberEntry(entry.id);
    onClose(entry);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const target = stepAfterKey(event, active, found.length);
    if (target !== null) setActive(target);
    else if (event.key === 'Enter') choose(found[active]);
    else if (isPaletteKey(event)) onClose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const optionId = (index: number): string => `${listId}-${index}`;
  return (
    <>
      <input
        className="palette__field"
        role="combobox"
        aria-label={t('palette.field')}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
        placeholder={t('palette.placeholder')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {/* What scrolls is the list box itself: its field steers it, so nothing in it takes the focus. */}
      <div
        id={listId}
        className="palette__list"
        role="listbox"
        aria-label={t('palette.list')}
        ref={list}
        onScroll={onScroll}
      >
        <div role="presentation" className="palette__rows" style={{ height: found.length * rowHeight }}>
          {rows.map((index) => {
            const entry = found[index];
            return (
              entry && (
                <PaletteRow
                  key={index}
                  id={optionId(index)}
                  entry={entry}
                  isActive={index === active}
                  isRecent={typed === '' && recent.includes(entry.id)}
                  place={{ number: index + 1, of: found.length, top: index * rowHeight, height: rowHeight }}
                  onPoint={() => setActive(index)}
                  onPress={() => choose(entry)}
                />
              )
            );
          })}
        </div>
      </div>
      {found.length === 0 && <p className="palette__nothing">{t('palette.nothing', { typed })}</p>}
      <p className="palette__hint" aria-hidden>
        {t('palette.hint')}
      </p>
      <VisuallyHidden>
        <span role="status">{typed === '' ? '' : t('palette.count', { count: found.length })}</span>
      </VisuallyHidden>
    </>
  );
}

/** Ctrl+K once more closes what it opened. */
const isPaletteKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';
