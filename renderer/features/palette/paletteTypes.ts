/** What a line of the palette leads to. */
export type PaletteKind = 'command' | 'item' | 'briefing' | 'document' | 'page' | 'note' | 'meeting';

/** A line of the palette. */
export interface PaletteEntry {
  /** Stays the same as long as it means the same: recent entries are known by it. */
  readonly id: string;
  readonly kind: PaletteKind;
  /** "§ 98", "KS 2026/0123": what a line is called in numbers, shown before the title. */
  readonly number?: string | null;
  readonly title: string;
  /** Where it stands; searched too. */
  readonly detail?: string;
  /** Other words that lead here, never shown. */
  readonly also?: string;
  /** As printed on the keys: "Ctrl+O". */
  readonly keys?: string;
  /** Its words may not be pictured while they are on screen; left out: they may. */
  readonly isProtected?: boolean;
  readonly isEnabled: boolean;
  readonly run: () => void;
}

/** A place to go to. */
export type PaletteJump = Omit<PaletteEntry, 'isEnabled' | 'keys'>;
