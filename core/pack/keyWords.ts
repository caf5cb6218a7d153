/** How many words the published list has: 2 to the power of the bits each word stands for. */
export const keyWordListLength = 2048;
const wordCount = 6;
const bitsPerWord = 11;

/**
 * The six words that people compare for a key: the first 66 bits of the SHA-256 of the raw 32-byte key, most significant
 * first, as six indices into the published list. Throws a RangeError when the hash has fewer than 9 bytes or the list
 * not 2,048 words.
 */
export function keyWords(sha256OfRawKey: Uint8Array, words: readonly string[]): readonly string[] {
  if (words.length !== keyWordListLength) throw new RangeError('the word list must have 2,048 words');
  if (sha256OfRawKey.length * 8 < wordCount * bitsPerWord) throw new RangeError('the hash is too short');
  const bits = Array.from(sha256OfRawKey.subarray(0, 9), (byte) => byte.toString(2).padStart(8, '0')).join(
    '',
  );
  return Array.from({ length: wordCount }, (_, i) => {
    const index = Number.parseInt(bits.slice(i * bitsPerWord, (i + 1) * bitsPerWord), 2);
    return words[index] ?? '';
  });
}

/**
 * Reads the published list: 2,048 different words, one a line, UTF-8, NFC. Throws an Error when it is anything else,
 * because then every comparison of words would be worthless.
 */
export function parseKeyWordList(text: string): readonly string[] {
  const words = text.replace(/\n$/, '').split('\n');
  const isSound =
    words.length === keyWordListLength &&
    new Set(words).size === keyWordListLength &&
    words.every((word) => /^\p{Ll}+$/u.test(word) && word.normalize('NFC') === word);
  if (!isSound) throw new Error('the word list is not 2,048 different lower-case words');
  return words;
}
