import type { FoldedText } from '../../core/find/foldText.ts';
import { withoutCase } from '../../core/find/foldText.ts';

/** A page's words as they stand and as they are searched. */
export class TextPage {
  readonly text: string;
  /** With capitals. */
  readonly folded: FoldedText;
  #lower: FoldedText | null = null;

  constructor(text: string, folded: FoldedText) {
    this.text = text;
    this.folded = folded;
  }

  get isEmpty(): boolean {
    return this.folded.text === '';
  }

  /** About how many bytes this takes, the lower-case text included. */
  get bytes(): number {
    const { text, starts, ends } = this.folded;
    return 2 * (this.text.length + 2 * text.length) + starts.byteLength + ends.byteLength + 200;
  }

  searchable(matchesCase: boolean): FoldedText {
    if (matchesCase) return this.folded;
    return (this.#lower ??= { ...this.folded, text: withoutCase(this.folded.text) });
  }
}
