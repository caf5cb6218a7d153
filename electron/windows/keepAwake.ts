import { powerSaveBlocker } from 'electron';

let blocker: number | null = null;

/** Keeps the screen from sleeping until it is turned off, or the program ends. */
export function keepAwake(isOn: boolean): void {
  if (isOn && blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep');
  if (isOn || blocker === null) return;
  powerSaveBlocker.stop(blocker);
  blocker = null;
}
