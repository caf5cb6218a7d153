import { CaseSensitive, ChevronDown, ChevronUp, PanelRight, Search, WholeWord, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { maxWords } from '../../../core/find/found.ts';
import { findScopes, scopeAt } from '../../../core/find/meetingParts.ts';
import type { ReadingPlace } from '../../../core/library/views.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { FindCount } from './FindCount.tsx';
import type { FindSession } from './FindSession.ts';
import './find.css';

export interface FindBarProps {
  readonly session: FindSession;
  /** What is open. */
  readonly place: ReadingPlace;
  readonly isListShown: boolean;
  readonly onToggleList: () => void;
  /** Moves the keyboard to the list. */
  readonly onToList: () => void;
  readonly onClose: () => void;
  readonly shortcuts: { readonly next: string; readonly previous: string };
}

/** The bar over the document: what is looked for, how and where, and which hit one is at. */
export function FindBar(props: FindBarProps): ReactNode {
  const { session, isListShown, onToggleList, onClose, shortcuts } = props;
  const { t } = useMessages();
  const matchesCase = useStore(session.store, (state) => state.matchesCase);
  const wholeWords = useStore(session.store, (state) => state.wholeWords);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div className="find-bar" role="search" aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <FindField {...props} />
      <div className="find-bar__group">
        <FindCount session={session} />
        <IconButton
          size="small"
          label={t('find.previous')}
          shortcut={shortcuts.previous}
          icon={<ChevronUp size={17} aria-hidden />}
          onPress={() => session.step(-1)}
        />
        <IconButton
          size="small"
          label={t('find.next')}
          shortcut={shortcuts.next}
          icon={<ChevronDown size={17} aria-hidden />}
          onPress={() => session.step(1)}
        />
      </div>
      <div className="find-bar__group">
        <IconButton
          size="small"
          label={t('find.matchesCase')}
          isPressed={matchesCase}
          icon={<CaseSensitive size={18} aria-hidden />}
          onPress={() => session.choose({ matchesCase: !matchesCase })}
        />
        <IconButton
          size="small"
          label={t('find.wholeWords')}
          isPressed={wholeWords}
          icon={<WholeWord size={18} aria-hidden />}
          onPress={() => session.choose({ wholeWords: !wholeWords })}
        />
      </div>
      <FindScopes {...props} />
      <div className="find-bar__group find-bar__end">
        <IconButton
          size="small"
          label={t(isListShown ? 'find.hideList' : 'find.showList')}
          isPressed={isListShown}
          icon={<PanelRight size={17} aria-hidden />}
          onPress={onToggleList}
        />
        <IconButton
          size="small"
          label={t('find.close')}
          shortcut="Esc"
          icon={<X size={17} aria-hidden />}
          onPress={onClose}
        />
      </div>
    </div>
  );
}

function FindField({ session, isListShown, onToList }: FindBarProps): ReactNode {
  const { t } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const words = useStore(session.store, (state) => state.words);
  const focusRequest = useStore(session.store, (state) => state.focusRequest);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [focusRequest]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') session.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown' && isListShown) onToList();
    else return;
    event.preventDefault();
  };
  return (
    <span className="find-bar__field">
      <Search size={15} aria-hidden />
      <input
        ref={field}
        className="ui-field__input"
        aria-label={t('find.field')}
        placeholder={t('find.placeholder')}
        value={words}
        maxLength={maxWords}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => session.choose({ words: event.target.value })}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}

function FindScopes({ session, place }: FindBarProps): ReactNode {
  const { t } = useMessages();
  const chosen = useStore(session.store, (state) => state.scope);
  const scopes = findScopes.filter((scope) => scopeAt(scope, place) === scope);
  if (scopes.length < 2) return null;
  return (
    <SegmentedControl
      label={t('find.scope')}
      hidesLabel
      value={scopeAt(chosen, place)}
      onChange={(scope) => session.choose({ scope })}
      choices={scopes.map((value) => ({
        value,
        label: t(
          value === 'item' && place.briefingId !== null ? 'find.scope.briefing' : `find.scope.${value}`,
        ),
      }))}
    />
  );
}
