import type { PaletteEntry, PaletteJump } from '../../features/palette/paletteTypes.ts';
import type { Messages } from '../../ui/messages.tsx';
import type { Command } from './commandRegistry.ts';
import { commandsNow, sourcesNow } from './commandRegistry.ts';
import { commandGroups } from './commandWords.ts';
import { keysText } from './keysText.ts';

/** All that can be chosen now: commands under their names in both languages, and places. */
export function paletteEntries(messages: Messages, other: Messages): readonly PaletteEntry[] {
  const [source] = sourcesNow();
  if (source === undefined) return [];
  const ofCommand = ({ id, words, keys, isEnabled, run }: Command): PaletteEntry => {
    const [first] = keys;
    return {
      id: `command:${id}`,
      kind: 'command',
      title: messages.t(words.name),
      also: [messages, other]
        .flatMap(({ t }) => [t(words.name), ...(words.also === undefined ? [] : [t(words.also)])])
        .join(' '),
      ...(first === undefined ? {} : { keys: keysText(first, source.platform, messages) }),
      isEnabled: isEnabled?.() ?? true,
      run,
    };
  };
  return [
    ...commandsNow()
      .filter(({ id }) => id !== 'showPalette')
      .toSorted((one, other) => rank(one) - rank(other))
      .map(ofCommand),
    ...sourcesNow().flatMap((offering) => (offering.jumps?.(messages) ?? []).map(asEntry)),
  ];
}

/** As in the overview of keys. */
const rank = ({ words }: Command): number => commandGroups.indexOf(words.group);

/** Places named by what is typed, such as "p214". */
export const typedEntries = (typed: string, messages: Messages): readonly PaletteEntry[] =>
  sourcesNow().flatMap((source) => (source.typedJumps?.(typed, messages) ?? []).map(asEntry));

const asEntry = (jump: PaletteJump): PaletteEntry => ({ ...jump, isEnabled: true });
