import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';

/** `--once`: ends when the first document page is drawn, with a picture when one was asked for. */
export interface OnceRun {
  readonly firstPageDrawn: () => void;
  /** There is no page to wait for; the picture shows what is there instead, and the exit code is 1. */
  readonly nothingToDraw: (why: string) => void;
}

export interface OnceOptions {
  readonly window: BrowserWindow;
  readonly screenshot: string | null;
  readonly limitMs: number;
  readonly say: (line: string) => void;
  readonly exit: (code: number) => void;
}

/** For fonts, sharp pages and messages that are still on their way. */
const settleMs = 1500;

export function onceRun({ window, screenshot, limitMs, say, exit }: OnceOptions): OnceRun {
  let isEnding = false;
  const end = async (code: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (screenshot !== null) {
      const picture = await window.webContents.capturePage();
      await writeFile(screenshot, picture.toPNG());
      say(`the picture is in ${screenshot}`);
    }
    exit(code);
  };
  const endOnce = (code: number, line: string): void => {
    if (isEnding) return;
    isEnding = true;
    clearTimeout(limit);
    say(line);
    end(code).catch((error: unknown) => {
      say(`no picture: ${String(error)}`);
      exit(1);
    });
  };
  const limit = setTimeout(
    () => endOnce(1, `no document page was drawn within ${limitMs / 1000} s`),
    limitMs,
  );
  return {
    firstPageDrawn: () => endOnce(0, 'the first document page is drawn'),
    nothingToDraw: (why) => endOnce(1, `no document page to draw: ${why}`),
  };
}
