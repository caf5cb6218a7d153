import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyWordListLength, keyWords, parseKeyWordList } from '../../../core/pack/keyWords.ts';

const numbered = Array.from({ length: keyWordListLength }, (_, i) => `w${i}`);

test('six words are the first 66 bits, eleven a word, most significant first', () => {
  const hash = Uint8Array.from([0xff, 0xe0, 0x00, 0x00, 0x40, 0x00, 0x00, 0x00, 0x40, 0xff, 0xff]);
  // 11111111111 00000000000 00000000000 10000000000 00000000000 00000000001 | 000000
  expect(keyWords(hash, numbered)).toEqual(['w2047', 'w0', 'w0', 'w1024', 'w0', 'w1']);
});

test('words give back the bits they came from', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (hash) => {
      const bits = keyWords(hash, numbered)
        .map((word) => Number(word.slice(1)).toString(2).padStart(11, '0'))
        .join('');
      const expected = [...hash]
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('')
        .slice(0, 66);
      expect(bits).toBe(expected);
    }),
    { seed: 1 },
  );
});

test('a list that is too short and a hash that is too short are bugs', () => {
  expect(() => keyWords(new Uint8Array(32), numbered.slice(1))).toThrow(RangeError);
  expect(() => keyWords(new Uint8Array(8), numbered)).toThrow(RangeError);
});

test('the published list is 2,048 different Swedish words', () => {
  const text = readFileSync(new URL('../../../assets/words-sv.txt', import.meta.url), 'utf8');
  expect(parseKeyWordList(text)).toHaveLength(keyWordListLength);
});

test('a list with a word twice or a word less is refused', () => {
  const words = Array.from({ length: keyWordListLength }, (_, i) =>
    [...i.toString(36)]
      .map((digit) =>
        String.fromCharCode(
          97 + (Number.parseInt(digit, 36) % 26),
          97 + Math.floor(Number.parseInt(digit, 36) / 26),
        ),
      )
      .join(''),
  );
  expect(parseKeyWordList(`${words.join('\n')}\n`)).toHaveLength(keyWordListLength);
  expect(() => parseKeyWordList(words.slice(1).join('\n'))).toThrow('2,048');
  expect(() => parseKeyWordList([...words.slice(1), words[1]].join('\n'))).toThrow('2,048');
});
