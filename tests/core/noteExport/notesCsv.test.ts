import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvField } from '../../../core/noteExport/notesCsv.ts';

describe('a field of the notes’ CSV', () => {
  test('never begins as a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@'), fc.string(), (sign, rest) => {
        expect(csvField(sign + rest)).toMatch(/^"?'/);
      }),
    );
  });

  test('keeps quotes, semicolons and line feeds inside one field', () => {
    expect(csvField('a;"b"\nc')).toBe('"a;""b""\nc"');
    expect(csvField('å, ä och ö')).toBe('å, ä och ö');
  });
});
