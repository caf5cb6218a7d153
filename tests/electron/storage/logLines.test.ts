import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerLine, logLine, readLogLines } from '../../../electron/storage/logLines.ts';

describe('the text of a log', () => {
  it('gives back every entry', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entries) => {
        const bytes = Buffer.concat([
          headerLine('notes', 1),
          ...entries.map((value) => logLine(value).bytes),
        ]);
        const content = readLogLines(bytes);
        expect(content.header).toEqual({ format: 'beredd-log', kind: 'notes', version: 1 });
        expect(content.lines.map((line) => logLine(line.entry).bytes)).toEqual(
          entries.map((value) => logLine(value).bytes),
        );
        expect([content.damagedLines, content.tornBytes]).toEqual([0, 0]);
      }),
    );
  });

  it('never throws on bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readLogLines(bytes).lines).toEqual([]);
      }),
    );
  });
});
