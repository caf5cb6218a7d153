import type { KeyboardEvent } from 'react';
import type { ComfortSettings } from '../../../../core/settings/comfortSettings.ts';
import { steppedRate, steppedRuler } from '../../../../core/settings/comfortSettings.ts';
import type { ReaderComfort } from '../readerTypes.ts';
import type { ReadAloudCommands } from '../readAloud/useReadAloud.ts';

export interface ComfortKeyParts {
  readonly comfort: ReaderComfort;
  readonly readAloud: ReadAloudCommands;
  readonly stepRuler: (step: 1 | -1) => void;
}

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * Whether a key meant something for ruler or voice: L shows the ruler, J and K move it, with Shift its height; U begins to
 * read aloud, then the space bar, Ctrl with arrows, < and >, and Escape steer it. Alt with arrows is left alone: it goes to
 * the next item wherever one is. `isOnPages`: the pages themselves have the focus, no button of the bar.
 */
export function actOnComfortKey(press: Press, isOnPages: boolean, parts: ComfortKeyParts): boolean {
  const { settings } = parts.comfort;
  const isMod = press.ctrlKey || press.metaKey;
  if (press.altKey) return false;
  if (parts.readAloud.aloud.store.getState().status !== 'off' && actOnVoice(press, isOnPages, parts))
    return true;
  if (isMod || !isOnPages) return false;
  if (settings.isRulerShown && actOnRuler(press, parts)) return true;
  switch (press.key.toLowerCase()) {
    case 'l':
      parts.comfort.onChange({ isRulerShown: !settings.isRulerShown });
      return true;
    case 'u':
      parts.readAloud.toggle();
      return true;
    default:
      return false;
  }
}

function actOnRuler(press: Press, { comfort, stepRuler }: ComfortKeyParts): boolean {
  const key = press.key.toLowerCase();
  if (key !== 'j' && key !== 'k') return false;
  const step = key === 'j' ? 1 : -1;
  const { rulerHeight } = comfort.settings;
  if (press.shiftKey) comfort.onChange({ rulerHeight: steppedRuler(rulerHeight, step) });
  else stepRuler(step);
  return true;
}

function actOnVoice(press: Press, isOnPages: boolean, { comfort, readAloud }: ComfortKeyParts): boolean {
  const { aloud } = readAloud;
  const change = (changed: Partial<ComfortSettings>): void => comfort.onChange(changed);
  if (press.ctrlKey || press.metaKey) return !press.shiftKey && step(press.key, readAloud);
  switch (press.key) {
    case ' ':
      if (!isOnPages) return false;
      aloud.toggle();
      return true;
    case '<':
    case '>':
      change({ speechRate: steppedRate(comfort.settings.speechRate, press.key === '>' ? 1 : -1) });
      return true;
    case 'Escape':
      aloud.stop();
      return true;
    default:
      return false;
  }
}

function step(key: string, { aloud }: ReadAloudCommands): boolean {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      void aloud.step('sentence', key === 'ArrowRight' ? 1 : -1);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      void aloud.step('paragraph', key === 'ArrowDown' ? 1 : -1);
      return true;
    default:
      return false;
  }
}
