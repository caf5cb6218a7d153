import type { AppState } from '../../../core/settings/settings.ts';
import { foldText } from '../../../core/find/foldText.ts';
import type { MessageKey, Messages } from '../../ui/messages.tsx';
import type { WorkspaceCommand } from '../workspace/shortcuts.ts';
import { shortcuts } from '../workspace/shortcuts.ts';
import type { DraftCommand } from '../secretary/draftShortcuts.ts';
import { draftCommandWords, draftShortcuts } from '../secretary/draftShortcuts.ts';
import type { AppCommand } from './appShortcuts.ts';
import { appShortcuts } from './appShortcuts.ts';
import type { CommandWords } from './commandWords.ts';
import { commandGroups, commandWords } from './commandWords.ts';
import { keysText } from './keysText.ts';
import type { PartKey } from './partKeys.ts';
import { keyParts, partKeys } from './partKeys.ts';

export interface KeyOverviewGroup {
  readonly title: MessageKey;
  readonly rows: readonly KeyOverviewRow[];
}

export interface KeyOverviewRow {
  readonly what: string;
  /** Other words for it, searched and not shown. */
  readonly also: string;
  /** As printed on the keys. */
  readonly keys: readonly string[];
  /** Each key does all of it; otherwise they are the two directions of what is named. */
  readonly isChoice: boolean;
}

/** Keys of every command, of the app and of the meeting. */
const commandKeys: Readonly<Record<AppCommand | WorkspaceCommand | DraftCommand, readonly string[]>> = {
  ...appShortcuts,
  ...shortcuts,
  ...draftShortcuts,
};

/** Everything that can be done by key, grouped as people look for it, in their language and with their computer's keys. */
export function keyOverview(platform: AppState['platform'], messages: Messages): readonly KeyOverviewGroup[] {
  const row = (
    { what, keys, isChoice = false }: PartKey,
    also: MessageKey | null = null,
  ): KeyOverviewRow => ({
    what: messages.t(what),
    isChoice,
    also: also === null ? '' : messages.t(also),
    keys: keys.map((combination) => keysText(combination, platform, messages)),
  });
  const commands: readonly (readonly [string, CommandWords])[] = Object.entries({
    ...commandWords,
    ...draftCommandWords,
  });
  const keysOf = new Map(Object.entries(commandKeys));
  const ofCommands = commandGroups.map((group) => ({
    title: `palette.group.${group}` as const,
    rows: commands.flatMap(([id, words]) => {
      const keys = keysOf.get(id) ?? [];
      return words.group === group && keys.length > 0
        ? [row({ what: words.name, keys, isChoice: true }, words.also)]
        : [];
    }),
  }));
  return [
    ...ofCommands.filter(({ rows }) => rows.length > 0),
    ...keyParts.map((part) => ({
      title: `palette.part.${part}` as const,
      rows: partKeys[part].map((key) => row(key)),
    })),
  ];
}

/** The rows that hold every word typed, in their name, other words, keys or group; groups without rows are left out. */
export function searchOverview(
  groups: readonly KeyOverviewGroup[],
  typed: string,
  { t }: Messages,
): readonly KeyOverviewGroup[] {
  const words = foldText(typed)
    .text.split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return groups;
  return groups.flatMap((group) => {
    const rows = group.rows.filter(({ what, also, keys }) => {
      const text = foldText([what, also, t(group.title), ...keys].join(' ')).text;
      return words.every((word) => text.includes(word));
    });
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}
