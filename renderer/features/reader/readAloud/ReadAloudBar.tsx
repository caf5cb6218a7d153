import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  LocateFixed,
  Minus,
  Pause,
  Play,
  Plus,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { speechRates, steppedRate } from '../../../../core/settings/comfortSettings.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { ReaderComfort } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import { ReadAloudStatusText } from './ReadAloudStatusText.tsx';
import { mainLanguage, voiceFor, voicesFor } from './voices.ts';
import './readAloud.css';

/** Below the pages while they are read aloud. `mod` is Ctrl, on a Mac ⌘. */
export function ReadAloudBar({ comfort }: { comfort: ReaderComfort }): ReactNode {
  const { readAloud } = useReader();
  const { t } = useMessages();
  const status = useStore(readAloud.aloud.store, (state) => state.status);
  if (status === 'off') return null;
  const isActive = status === 'reading' || status === 'paused';
  return (
    <div className="read-aloud" role="group" aria-label={t('comfort.aloud.bar')} data-read-aloud="">
      {isActive && <Steps platform={comfort.platform} />}
      <ReadAloudStatusText platform={comfort.platform} />
      {isActive && <Speed comfort={comfort} />}
      {isActive && <Voices comfort={comfort} />}
      <IconButton
        label={t('comfort.aloud.stop')}
        shortcut="Esc"
        icon={<X size={17} aria-hidden />}
        onPress={() => readAloud.aloud.stop()}
      />
    </div>
  );
}

function Steps({ platform }: Pick<ReaderComfort, 'platform'>): ReactNode {
  const { readAloud } = useReader();
  const { aloud } = readAloud;
  const { t } = useMessages();
  const isReading = useStore(aloud.store, (state) => state.status === 'reading');
  const mod = platform === 'darwin' ? '⌘' : 'Ctrl+';
  return (
    <div className="read-aloud__group">
      <IconButton
        label={t('comfort.aloud.previousParagraph')}
        shortcut={`${mod}↑`}
        icon={<ChevronFirst size={18} aria-hidden />}
        onPress={() => void aloud.step('paragraph', -1)}
      />
      <IconButton
        label={t('comfort.aloud.previousSentence')}
        shortcut={`${mod}←`}
        icon={<ChevronLeft size={18} aria-hidden />}
        onPress={() => void aloud.step('sentence', -1)}
      />
      <IconButton
        className="read-aloud__play"
        label={t(isReading ? 'comfort.aloud.pause' : 'comfort.aloud.resume')}
        shortcut={t('comfort.aloud.space')}
        icon={isReading ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
        onPress={() => aloud.toggle()}
      />
      <IconButton
        label={t('comfort.aloud.nextSentence')}
        shortcut={`${mod}→`}
        icon={<ChevronRight size={18} aria-hidden />}
        onPress={() => void aloud.step('sentence', 1)}
      />
      <IconButton
        label={t('comfort.aloud.nextParagraph')}
        shortcut={`${mod}↓`}
        icon={<ChevronLast size={18} aria-hidden />}
        onPress={() => void aloud.step('paragraph', 1)}
      />
      <IconButton
        label={t('comfort.aloud.show')}
        icon={<LocateFixed size={16} aria-hidden />}
        onPress={readAloud.show}
      />
    </div>
  );
}

function Speed({ comfort: { settings, onChange } }: { comfort: ReaderComfort }): ReactNode {
  const { t, formatNumber } = useMessages();
  const { speechRate } = settings;
  const change = (step: 1 | -1): void => onChange({ speechRate: steppedRate(speechRate, step) });
  return (
    <div className="read-aloud__group" role="group" aria-label={t('comfort.aloud.rate')}>
      <IconButton
        size="small"
        label={t('comfort.aloud.slower')}
        shortcut="<"
        icon={<Minus size={15} aria-hidden />}
        isDisabled={speechRate <= Math.min(...speechRates)}
        onPress={() => change(-1)}
      />
      <output className="read-aloud__rate">
        {t('comfort.aloud.times', { rate: formatNumber(speechRate) })}
      </output>
      <IconButton
        size="small"
        label={t('comfort.aloud.faster')}
        shortcut=">"
        icon={<Plus size={15} aria-hidden />}
        isDisabled={speechRate >= Math.max(...speechRates)}
        onPress={() => change(1)}
      />
    </div>
  );
}

/** Voices for the language of the page; nothing to choose between one. */
function Voices({ comfort: { settings, onChange } }: { comfort: ReaderComfort }): ReactNode {
  const { readAloud } = useReader();
  const { t } = useMessages();
  const voices = useStore(readAloud.aloud.store, (state) => state.voices);
  const language = useStore(readAloud.aloud.store, (state) => state.language);
  const fitting = voicesFor(voices, language);
  const chosen = voiceFor(voices, language, settings.voices);
  if (fitting.length < 2 || !chosen) return null;
  return (
    <div className="read-aloud__voice">
      <Select
        label={t('comfort.aloud.voice')}
        hidesLabel
        choices={fitting.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.id}
        onChange={(id) => onChange({ voices: { ...settings.voices, [mainLanguage(language)]: id } })}
      />
    </div>
  );
}
