import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../core/pack/base64.ts';
import { decodeUtf8, encodeUtf8 } from '../../../core/pack/utf8.ts';

describe('UTF-8', () => {
  test('agrees with the platform on every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect([...encodeUtf8(text)]).toEqual([...Buffer.from(text, 'utf8')]);
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
      { seed: 1 },
    );
  });

  test('agrees with the platform on which bytes are well-formed', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const platform = (bytes: Uint8Array): string | null => {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    };
    const likely = fc.constantFrom(
      0x41,
      0x80,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xdf,
      0xe0,
      0xe5,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    );
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 6 }), (bytes) => {
        expect(decodeUtf8(Uint8Array.from(bytes))).toBe(platform(Uint8Array.from(bytes)));
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  test('keeps a byte order mark and long texts', () => {
    expect(decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]))).toBe('\ufeffA');
    const long = 'å€😀x'.repeat(20_000);
    expect(decodeUtf8(encodeUtf8(long))).toBe(long);
  });

  test('throws on half a character', () => {
    expect(() => encodeUtf8('a\ud800b')).toThrow(RangeError);
  });
});

describe('base64', () => {
  test('agrees with the platform and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(bytes);
      }),
      { seed: 1 },
    );
  });

  test.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AA=A', '====', 'AA==AAAA', 'AA-_', 'AAAA\n'])(
    'refuses %j',
    (text) => {
      expect(decodeBase64(text)).toBeNull();
    },
  );
});
