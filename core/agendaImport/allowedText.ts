import { cleanText } from '../draft/cleanText.ts';

const longest = 240;

/** A text from a file or its name as the pack format allows texts: NFC, one line, nothing invisible, 240 letters. */
export const allowedText = (text: string): string =>
  cleanText(text)
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    // Half a character may be left at the end.
    .replace(/\p{Surrogate}/gu, '')
    .trim();
