import { GalleryVertical, ListTree, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Splitter } from '../../../ui/Splitter.tsx';
import type { PageMarks } from '../marks/usePageMarks.ts';
import { OutlineTree } from '../outline/OutlineTree.tsx';
import { useReader } from '../session/ReaderContext.ts';
import { ThumbnailStrip } from '../thumbnails/ThumbnailStrip.tsx';
import { navigationPanels } from './navigation.ts';
import type { NavigationState } from './useNavigation.ts';
import './navigation.css';

const leastWidth = 140;
const mostWidth = 480;
const icons = { thumbnails: GalleryVertical, outline: ListTree } as const;

/** Beside the pages: small pictures of all of them, or the outline of the documents. */
export function NavigationPane({
  navigation,
  marksOf,
}: {
  navigation: NavigationState;
  marksOf: PageMarks;
}): ReactNode {
  const { actions } = useReader();
  const { t } = useMessages();
  const { panel, width, takesFocus, close } = navigation;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (panel !== null && takesFocus)
      pane.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus({ preventScroll: true });
  }, [panel, takesFocus]);
  const { goToPage, follow } = actions;
  const [onGo, onFollow] = useMemo(() => {
    // Where it lies over the pages it would hide what one went to.
    const makeRoom = (): void => {
      if (pane.current && getComputedStyle(pane.current).position === 'absolute') close();
    };
    return [
      (...place: Parameters<typeof goToPage>) => {
        goToPage(...place);
        makeRoom();
      },
      (...target: Parameters<typeof follow>) => {
        follow(...target);
        makeRoom();
      },
    ] as const;
  }, [goToPage, follow, close]);
  if (panel === null) return null;
  return (
    <>
      <section
        ref={pane}
        className="reader-navigation"
        aria-label={t(`navigate.${panel}`)}
        style={{ width }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          close();
        }}
      >
        <header className="reader-navigation__head">
          {navigationPanels.map((other) => {
            const Icon = icons[other];
            return (
              <IconButton
                key={other}
                size="small"
                label={t(`navigate.${other}`)}
                icon={<Icon size={16} aria-hidden />}
                isPressed={other === panel}
                onPress={() => other !== panel && navigation.toggle(other)}
              />
            );
          })}
          <h3>{t(`navigate.${panel}`)}</h3>
          <IconButton
            size="small"
            label={t('navigate.close')}
            icon={<X size={16} aria-hidden />}
            onPress={close}
          />
        </header>
        {panel === 'thumbnails' ? (
          <ThumbnailStrip width={width} marksOf={marksOf} onGo={onGo} />
        ) : (
          <OutlineTree onGo={onGo} onFollow={onFollow} />
        )}
      </section>
      <Splitter
        label={t('navigate.width')}
        pane="before"
        width={width}
        min={leastWidth}
        max={mostWidth}
        onResize={navigation.resize}
        onResized={navigation.resized}
      />
    </>
  );
}
