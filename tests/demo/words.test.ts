import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const file = new URL('../../assets/words-sv.txt', import.meta.url);
const page = new URL('../../docs/word-list.md', import.meta.url);
const bytes = readFileSync(file);
const text = bytes.toString('utf8');
const words = text.split('\n').slice(0, -1);
const fold = (word: string) => word.replace(/[åä]/g, 'a').replace(/ö/g, 'o');

/** The word with each letter taken out in turn: catches a pair where one has a letter more. */
function withOneLetterLess(word: string): string[] {
  return [...word].map((_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** The word with each letter left open in turn: catches a pair that differs in one letter. */
function withOneLetterOpen(word: string): string[] {
  return [...word].map((_, index) => `${word.slice(0, index)}?${word.slice(index + 1)}`);
}

describe('the published word list', () => {
  it('has 2,048 words, one a line, each line ended by a line feed', () => {
    expect(words).toHaveLength(2048);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toContain('\r');
  });

  it('is UTF-8 in NFC without a byte order mark', () => {
    expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).toBe(text);
    expect(text.normalize('NFC')).toBe(text);
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
  });

  it('is sorted by code point without repeats', () => {
    expect([...new Set(words)].sort()).toEqual(words);
  });

  it('has only words of 4 to 9 Swedish lower-case letters', () => {
    expect(words.filter((word) => !/^[a-zåäö]{4,9}$/.test(word))).toEqual([]);
  });

  it('has no two words with the same first four letters, accents aside', () => {
    const seen = new Map<string, string>();
    const clashes = words.filter((word) => {
      const start = fold(word).slice(0, 4);
      const clash = seen.has(start);
      seen.set(start, word);
      return clash;
    });
    expect(clashes).toEqual([]);
  });

  it('has no two words one letter apart, accents aside', () => {
    const folded = words.map(fold);
    const whole = new Set(folded);
    const missing = folded.filter((word) => withOneLetterLess(word).some((shorter) => whole.has(shorter)));
    const patterns = new Map<string, string>();
    const changed: string[] = [];
    for (const word of folded)
      for (const pattern of withOneLetterOpen(word)) {
        if (patterns.has(pattern)) changed.push(`${patterns.get(pattern)}/${word}`);
        patterns.set(pattern, word);
      }
    expect({ missing, changed }).toEqual({ missing: [], changed: [] });
  });

  it('has the SHA-256 that the documentation publishes', () => {
    const sum = createHash('sha256').update(bytes).digest('hex');
    expect(readFileSync(page, 'utf8')).toContain(sum);
  });

  it('gives the words of the worked example', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
    const digest = createHash('sha256').update(key).digest('hex');
    const bits = [...digest].map((digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
    const six = [0, 1, 2, 3, 4, 5].map((n) => words[parseInt(bits.slice(n * 11, n * 11 + 11), 2)]);
    const documentation = readFileSync(page, 'utf8');
    expect(documentation).toContain(digest);
    expect(documentation).toContain(`**${six.join(' ')}**`);
  });
});
