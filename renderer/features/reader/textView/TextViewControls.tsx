import { ALargeSmall, BookOpenText, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { TextViewSettings } from '../../../../core/settings/textViewSettings.ts';
import {
  letterSizes,
  lineLengths,
  lineSpacings,
  steppedLetterSize,
  typefaces,
} from '../../../../core/settings/textViewSettings.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { SegmentedControl } from '../../../ui/RadioGroup.tsx';
import './textViewControls.css';

/** Switches between pages and text. */
export function TextViewToggle({
  isShown,
  shortcut,
  onToggle,
}: {
  isShown: boolean;
  shortcut: string;
  onToggle: () => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <IconButton
      label={t('textView.toggle')}
      shortcut={shortcut}
      icon={<BookOpenText size={18} aria-hidden />}
      isPressed={isShown}
      onPress={onToggle}
    />
  );
}

/** Letter size, line length, spacing and typeface of the text. */
export function TextViewControls({
  settings,
  onChange,
}: {
  settings: TextViewSettings;
  onChange: (change: Partial<TextViewSettings>) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <DialogTrigger>
      <IconButton label={t('textView.settings')} icon={<ALargeSmall size={18} aria-hidden />} />
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Dialog className="text-settings" aria-label={t('textView.settings')}>
          <LetterSize size={settings.letterSize} onChange={(letterSize) => onChange({ letterSize })} />
          <SegmentedControl
            label={t('textView.lineLength')}
            choices={lineLengths.map((value) => ({ value, label: t(`textView.lineLength.${value}`) }))}
            value={settings.lineLength}
            onChange={(lineLength) => onChange({ lineLength })}
          />
          <SegmentedControl
            label={t('textView.spacing')}
            choices={lineSpacings.map((value) => ({ value, label: t(`textView.spacing.${value}`) }))}
            value={settings.spacing}
            onChange={(spacing) => onChange({ spacing })}
          />
          <SegmentedControl
            label={t('textView.typeface')}
            choices={typefaces.map((value) => ({ value, label: t(`textView.typeface.${value}`) }))}
            value={settings.typeface}
            onChange={(typeface) => onChange({ typeface })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function LetterSize({ size, onChange }: { size: number; onChange: (size: number) => void }): ReactNode {
  const { t } = useMessages();
  return (
    <div role="group" aria-label={t('textView.letterSize')}>
      <span className="ui-field__label">{t('textView.letterSize')}</span>
      <div className="text-settings__size">
        <IconButton
          label={t('textView.smaller')}
          shortcut="Ctrl+-"
          icon={<Minus size={16} aria-hidden />}
          isDisabled={size <= Math.min(...letterSizes)}
          onPress={() => onChange(steppedLetterSize(size, -1))}
        />
        <output aria-live="polite">{t('textView.points', { size })}</output>
        <IconButton
          label={t('textView.larger')}
          shortcut="Ctrl++"
          icon={<Plus size={16} aria-hidden />}
          isDisabled={size >= Math.max(...letterSizes)}
          onPress={() => onChange(steppedLetterSize(size, 1))}
        />
      </div>
    </div>
  );
}
