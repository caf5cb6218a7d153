import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, nestingDepth, parseCanonicalJson } from '../../../core/pack/canonicalJson.ts';
import { encodeUtf8 } from '../../../core/pack/utf8.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';

const ruleOf = (text: string) => failureOf(parseCanonicalJson(encodeUtf8(text))).detail?.['rule'];

describe('canonical JSON', () => {
  test('is read back as the same value and written as the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value);
        const parsed = valueOf(parseCanonicalJson(encodeUtf8(text)));
        expect(canonicalJson(parsed)).toBe(text);
        expect(parsed).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 1 },
    );
  });

  test('does not depend on the order in which keys were made', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value));
      }),
      { seed: 1 },
    );
  });

  test('follows the sorting and number examples of RFC 8785', () => {
    const sorted = canonicalJson({
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\u{1f600}': 5,
      '\u0080': 6,
      ö: 7,
    });
    expect(sorted).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
    expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    );
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });
});

describe('bytes that are not canonical are refused', () => {
  test.each([
    ['a space', '{"a": 1}'],
    ['a line break at the end', '{"a":1}\n'],
    ['unsorted keys', '{"b":1,"a":1}'],
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice with the same value', '{"a":1,"a":1}'],
    ['a number written otherwise', '{"a":1.0}'],
    ['an exponent', '{"a":1e2}'],
    ['minus nought', '{"a":-0}'],
    ['an integer too big', '{"a":9007199254740993}'],
    ['a number beyond all numbers', '{"a":1e999}'],
    ['an escape that is not needed', '{"a":"\\u00e5"}'],
    ['an escaped slash', '{"a":"\\/"}'],
  ])('%s', (_name, text) => {
    expect(ruleOf(text)).toBe('not-canonical');
  });

  test.each(['', '{', '{"a":1,}', "{'a':1}", '\ufeff{}', 'NaN', '[1]]'])('what is no JSON: %j', (text) => {
    expect(ruleOf(text)).toBe('not-json');
  });

  test('what is not UTF-8', () => {
    const rule = failureOf(parseCanonicalJson(Uint8Array.from([0x22, 0xe5, 0x22]))).detail?.['rule'];
    expect(rule).toBe('not-utf8');
  });

  test('what is nested more than 16 deep, before it is parsed', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    valueOf(parseCanonicalJson(encodeUtf8(nested(16))));
    expect(ruleOf(nested(17))).toBe('nested-too-deeply');
    expect(ruleOf('['.repeat(1_000_000))).toBe('nested-too-deeply');
  });

  test('what is larger than 8 MiB', () => {
    const tooLarge = new Uint8Array(8 * 1024 * 1024 + 1);
    expect(failureOf(parseCanonicalJson(tooLarge)).detail?.['rule']).toBe('too-large');
  });
});

test('brackets inside strings do not count as nesting', () => {
  expect(nestingDepth('{"[[[[":"]]\\"[[","a":[1]}')).toBe(2);
});
