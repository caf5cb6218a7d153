import type { AppState } from '../../../core/settings/settings.ts';
import type { Messages } from '../../ui/messages.tsx';
import { isMessageKey } from '../../ui/catalogues.ts';
import { combinationText } from './keyCombination.ts';

/** A combination as it is printed on the keys, in the person's language. */
export const keysText = (combination: string, platform: AppState['platform'], { t }: Messages): string =>
  combinationText(combination, platform, (key) => {
    const name = `palette.key.${key}`;
    return isMessageKey(name) ? t(name) : null;
  });
