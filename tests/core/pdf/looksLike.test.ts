import { describe, expect, it } from 'vitest';
import { looksLike } from '../../../core/pdf/looksLike.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('looksLike', () => {
  it.each([
    ['%PDF-1.7\n', 'pdf'],
    [`${' '.repeat(900)}%PDF-1.4`, 'pdf'],
    ['', 'empty'],
    ['<!DOCTYPE html>\n<html lang="sv">', 'html'],
    ['\ufeff \n<html><head>', 'html'],
    ['<!-- portal -->\n<HTML>', 'html'],
    ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['<script>location="/login"</script>', 'html'],
    ['<?xml version="1.0"?><svg/>', 'other'],
    ['PK\u0003\u0004', 'other'],
    ['Tjänsteskrivelse', 'other'],
  ])('takes %j for %s', (text, likeness) => {
    expect(looksLike(bytes(text))).toBe(likeness);
  });

  it('looks no further than the first 1,024 bytes', () => {
    expect(looksLike(bytes(`${'x'.repeat(1100)}%PDF-1.7`))).toBe('other');
  });
});
