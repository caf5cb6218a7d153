import { Check, ChevronDown, Minus, MoveHorizontal, Plus, RectangleVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Zoom } from '../../../../core/library/views.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderHandle } from '../readerTypes.ts';
import { maxPercent, minPercent } from '../scroll/scrollLayout.ts';
import { zoomPresets } from '../scroll/zoomSteps.ts';

/** Zoom by steps, by name and to fit. `percent` is what the page being read is shown at. */
export function ZoomControls({
  zoom,
  percent,
  onZoom,
}: {
  zoom: Zoom;
  percent: number;
  onZoom: ReaderHandle['zoom'];
}): ReactNode {
  const { t, formatNumber } = useMessages();
  const inPercent = (value: number): string => formatNumber(value / 100, { style: 'percent' });
  const check = (isChosen: boolean): ReactNode =>
    isChosen ? <Check size={16} aria-hidden /> : <span className="reader-zoom__blank" />;
  const shown = Math.round(percent);
  return (
    <div className="reader-zoom" role="group" aria-label={t('reader.zoom.label')}>
      <IconButton
        label={t('reader.zoom.out')}
        shortcut="Ctrl+-"
        icon={<Minus size={16} aria-hidden />}
        isDisabled={shown <= minPercent}
        onPress={() => onZoom('out')}
      />
      <Menu
        label={t('reader.zoom.label')}
        trigger={
          <Button
            variant="quiet"
            className="reader-zoom__menu"
            aria-label={t('reader.zoom.choose', { percent: inPercent(shown) })}
          >
            {inPercent(shown)} <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        <MenuItem icon={check(zoom.mode === 'width')} shortcut="Ctrl+0" onAction={() => onZoom('width')}>
          {t('reader.zoom.width')}
        </MenuItem>
        <MenuItem icon={check(zoom.mode === 'page')} onAction={() => onZoom('page')}>
          {t('reader.zoom.page')}
        </MenuItem>
        <MenuSeparator />
        {zoomPresets.map((preset) => (
          <MenuItem
            key={preset}
            icon={check(zoom.mode === 'percent' && shown === preset)}
            onAction={() => onZoom({ percent: preset })}
          >
            {inPercent(preset)}
          </MenuItem>
        ))}
      </Menu>
      <IconButton
        label={t('reader.zoom.in')}
        shortcut="Ctrl++"
        icon={<Plus size={16} aria-hidden />}
        isDisabled={shown >= maxPercent}
        onPress={() => onZoom('in')}
      />
      <span className="reader-zoom__fits">
        <IconButton
          label={t('reader.zoom.width')}
          shortcut="Ctrl+0"
          icon={<MoveHorizontal size={16} aria-hidden />}
          isPressed={zoom.mode === 'width'}
          onPress={() => onZoom('width')}
        />
        <IconButton
          label={t('reader.zoom.page')}
          icon={<RectangleVertical size={16} aria-hidden />}
          isPressed={zoom.mode === 'page'}
          onPress={() => onZoom('page')}
        />
      </span>
    </div>
  );
}
