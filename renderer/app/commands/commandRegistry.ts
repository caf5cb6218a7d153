import { useEffect, useRef } from 'react';
import type { AppState } from '../../../core/settings/settings.ts';
import type { PaletteJump } from '../../features/palette/paletteTypes.ts';
import type { Messages } from '../../ui/messages.tsx';
import type { CommandWords } from './commandWords.ts';
import { listenToKeys } from './keyListener.ts';

/** Something the person can ask for by key or from the palette. */
export interface Command {
  /** The same id from a source that came later replaces the command. */
  readonly id: string;
  readonly words: CommandWords;
  readonly keys: readonly string[];
  /** False: while a text is being written its keys mean something else there. */
  readonly worksWhileWriting: boolean;
  /** Whether the palette lets it be chosen; left out: always. A key always asks, and is told why not. */
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}

/** A part of the window that offers commands and places to jump to while it is on screen. */
export interface CommandSource {
  readonly platform: AppState['platform'];
  readonly commands: () => readonly Command[];
  /** Gives the focus to the part where reading goes on, when what had it is gone. */
  readonly focusHome: () => void;
  /** Places to list. */
  readonly jumps?: (messages: Messages) => readonly PaletteJump[];
  /** Places that are named by typing and too many to list, such as pages. */
  readonly typedJumps?: (typed: string, messages: Messages) => readonly PaletteJump[];
}

const sources = new Set<CommandSource>();
let stopListening = (): void => {};

function addSource(source: CommandSource): () => void {
  if (sources.size === 0) stopListening = listenToKeys(commandsNow, () => source.platform, focusHome);
  sources.add(source);
  return () => {
    sources.delete(source);
    if (sources.size === 0) stopListening();
  };
}

/** The newest part first: a meeting stands over the app. */
export const sourcesNow = (): readonly CommandSource[] => [...sources].toReversed();

export const focusHome = (): void => sourcesNow()[0]?.focusHome();

export function commandsNow(): readonly Command[] {
  const known = new Map<string, Command>();
  for (const source of sourcesNow())
    for (const command of source.commands()) if (!known.has(command.id)) known.set(command.id, command);
  return [...known.values()];
}

/** Offers commands and jumps while the calling part is on screen; always the newest ones given. */
export function useCommandSource(source: CommandSource): void {
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });
  useEffect(
    () =>
      addSource({
        get platform() {
          return latest.current.platform;
        },
        commands: () => latest.current.commands(),
        focusHome: () => latest.current.focusHome(),
        jumps: (messages) => latest.current.jumps?.(messages) ?? [],
        typedJumps: (typed, messages) => latest.current.typedJumps?.(typed, messages) ?? [],
      }),
    [],
  );
}
