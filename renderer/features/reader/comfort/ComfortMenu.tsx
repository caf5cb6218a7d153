import { AudioLines, Contrast, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useContext } from 'react';
import { useStore } from 'zustand';
import { Dialog, DialogTrigger, OverlayTriggerStateContext } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { pageColourNames, rulerHeights, steppedRuler } from '../../../../core/settings/comfortSettings.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { KeyboardShortcut } from '../../../ui/KeyboardShortcut.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useReader } from '../session/ReaderContext.ts';
import type { ReaderComfort } from '../readerTypes.ts';
import './comfort.css';

/** Page colours and the reading ruler. */
export function ComfortMenu({ comfort }: { comfort: ReaderComfort }): ReactNode {
  const { t } = useMessages();
  const { settings, onChange } = comfort;
  return (
    <DialogTrigger>
      <IconButton label={t('comfort.menu')} icon={<Contrast size={17} aria-hidden />} />
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Dialog className="comfort-menu" aria-label={t('comfort.menu')}>
          <RadioGroup
            label={t('comfort.colours')}
            choices={pageColourNames.map((value) => ({
              value,
              label: t(`comfort.colours.${value}`),
              description: t(`comfort.colours.${value}.why`),
            }))}
            value={settings.pageColours}
            onChange={(pageColours) => onChange({ pageColours })}
          />
          {settings.pageColours !== 'paper' && (
            <Switch
              isSelected={settings.recoloursScans}
              onChange={(recoloursScans) => onChange({ recoloursScans })}
            >
              <span>
                {t('comfort.scans')}
                <span className="comfort-menu__why">{t('comfort.scans.why')}</span>
              </span>
            </Switch>
          )}
          <hr className="comfort-menu__line" />
          <RulerChoice comfort={comfort} />
          <hr className="comfort-menu__line" />
          <ReadAloudChoice />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Closes the menu: what follows happens on the page and in the bar below it. */
function ReadAloudChoice(): ReactNode {
  const { readAloud } = useReader();
  const { t } = useMessages();
  const menu = useContext(OverlayTriggerStateContext);
  const isOn = useStore(readAloud.aloud.store, (state) => state.status !== 'off');
  return (
    <Button
      icon={<AudioLines size={16} aria-hidden />}
      onPress={() => {
        menu?.close();
        readAloud.toggle();
      }}
    >
      {t(isOn ? 'comfort.aloud.stop' : 'comfort.aloud.start')}
    </Button>
  );
}

function RulerChoice({ comfort: { settings, onChange } }: { comfort: ReaderComfort }): ReactNode {
  const { t } = useMessages();
  const { isRulerShown, rulerHeight } = settings;
  const change = (step: 1 | -1): void => onChange({ rulerHeight: steppedRuler(rulerHeight, step) });
  return (
    <>
      <Switch isSelected={isRulerShown} onChange={(isShown) => onChange({ isRulerShown: isShown })}>
        <span>
          {t('comfort.ruler')} <KeyboardShortcut keys="L" />
          <span className="comfort-menu__why">{t('comfort.ruler.why')}</span>
        </span>
      </Switch>
      {isRulerShown && (
        <div className="comfort-menu__height" role="group" aria-label={t('comfort.ruler.height')}>
          <span>{t('comfort.ruler.height')}</span>
          <IconButton
            size="small"
            label={t('comfort.ruler.lower')}
            shortcut="Alt+Shift+↑"
            icon={<Minus size={16} aria-hidden />}
            isDisabled={rulerHeight <= rulerHeights.least}
            onPress={() => change(-1)}
          />
          <output aria-live="polite">{t('comfort.ruler.pixels', { height: rulerHeight })}</output>
          <IconButton
            size="small"
            label={t('comfort.ruler.higher')}
            shortcut="Alt+Shift+↓"
            icon={<Plus size={16} aria-hidden />}
            isDisabled={rulerHeight >= rulerHeights.most}
            onPress={() => change(1)}
          />
        </div>
      )}
    </>
  );
}
