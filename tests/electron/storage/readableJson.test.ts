import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableJson } from '../../../electron/storage/readableJson.ts';

describe('readable JSON', () => {
  it('is the JSON of any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(readableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what JSON leaves out', () => {
    const value = { a: undefined, b: [undefined, new Date(0)], c: new Date(0), d: {} };
    expect(JSON.parse(readableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    expect(() => readableJson(undefined)).toThrow(TypeError);
  });

  it('has a line for each member and each of its entries', () => {
    expect(readableJson({ a: [{ b: [1, 2] }, 3], c: { d: { e: 4 } }, f: 5 })).toBe(
      '{\n"a": [\n{"b":[1,2]},\n3\n],\n"c": {\n"d": {"e":4}\n},\n"f": 5\n}',
    );
  });
});
