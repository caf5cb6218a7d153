import { asciiWords } from '../pack/entryNaming.ts';

const propertyUnit = /(\d{1,3}):(\d{1,4})/g;

/**
 * A text as file names spell it: lower case, letters and digits of ASCII, one space between words. `Å` and `ä` become
 * `a`, because names on web portals lost their dots; `Berga 1:55` becomes `berga 155`, as the same portals write it.
 */
export const plainWords = (text: string): string => asciiWords(text.replace(propertyUnit, '$1$2'));
