import { CircleHelp, Copy, MapPin, StickyNote, Underline } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useEffect, useEffectEvent } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { highlightColours } from '../../../../core/annotation/annotation.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useReader } from '../session/ReaderContext.ts';

/** The buttons for selected words, in whichever view they were selected. */
export function SelectionTools(): ReactNode {
  const { actions, isPlacing } = useReader();
  const { t } = useMessages();
  if (isPlacing) return <PlaceHere />;
  return (
    <Toolbar aria-label={t('reader.selection.toolbar')}>
      {highlightColours.map((colour) => (
        <IconButton
          key={colour}
          label={t('reader.selection.highlight', { colour: t(`reader.colour.${colour}`) })}
          icon={<span className={`reader-swatch reader-swatch--${colour}`} aria-hidden />}
          onPress={() => actions.markSelection('highlight', colour)}
        />
      ))}
      <span className="reader-selection-toolbar__line" aria-hidden />
      <IconButton
        label={t('reader.selection.underline')}
        icon={<Underline size={17} aria-hidden />}
        onPress={() => actions.markSelection('underline', null)}
      />
      <IconButton
        label={t('reader.selection.note')}
        icon={<StickyNote size={17} aria-hidden />}
        onPress={() => actions.markSelection('note', null)}
      />
      <IconButton
        label={t('reader.selection.question')}
        icon={<CircleHelp size={17} aria-hidden />}
        onPress={() => actions.markSelection('question', null)}
      />
      <span className="reader-selection-toolbar__line" aria-hidden />
      <IconButton
        label={t('reader.selection.copy')}
        shortcut="Ctrl+C"
        icon={<Copy size={17} aria-hidden />}
        onPress={actions.copySelection}
      />
    </Toolbar>
  );
}

/** The one thing to do with selected words while a note is being given its place. */
function PlaceHere(): ReactNode {
  const { actions } = useReader();
  const { t } = useMessages();
  return (
    <Toolbar aria-label={t('reader.selection.toolbar')}>
      <Button
        size="small"
        variant="primary"
        icon={<MapPin size={15} aria-hidden />}
        onPress={() => actions.markSelection('note', null)}
      >
        {t('placing.placeHere')}
      </Button>
    </Toolbar>
  );
}

/** On the window: a tooltip that is open takes the key for itself before it reaches the toolbar. */
export function useToolbarEscape(toolbar: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const close = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !toolbar.current?.contains(document.activeElement)) return;
    event.stopPropagation();
    onEscape();
  });
  useEffect(() => {
    window.addEventListener('keydown', close, true);
    return () => window.removeEventListener('keydown', close, true);
  }, []);
}

/** The person went on elsewhere, to a search say: tools that lie over the words would be in the way. */
export function useClosedElsewhere(toolbar: RefObject<HTMLElement | null>, onElsewhere: () => void): void {
  const look = useEffectEvent(({ target }: FocusEvent) => {
    const reader = toolbar.current?.closest('.reader');
    if (reader && target instanceof Node && !reader.contains(target)) onElsewhere();
  });
  useEffect(() => {
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);
}
