import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/preflight/finding.ts';
import { findingGroups } from '../../../renderer/features/secretary/preflight/findingGroups.ts';

const finding = (key: string, changes: Partial<Finding> = {}): Finding => ({
  key,
  code: 'noProposedDecision',
  severity: 'warning',
  accepted: false,
  itemId: key,
  documentId: null,
  person: null,
  page: null,
  detail: {},
  ...changes,
});
const said = (one: Finding, what: string) => ({
  finding: one,
  words: { what, where: one.key, mend: 'Gör något.' },
});

describe('what the check says', () => {
  it('is said once for many items, in the order it is first said', () => {
    const groups = findingGroups([
      said(finding('a'), 'Förslag saknas'),
      said(finding('b', { code: 'numberTwice' }), 'Numret 7 finns två gånger'),
      said(finding('c'), 'Förslag saknas'),
    ]);
    expect(groups.map(({ words, findings }) => [words.what, findings.map((one) => one.finding.key)])).toEqual(
      [
        ['Förslag saknas', ['a', 'c']],
        ['Numret 7 finns två gånger', ['b']],
      ],
    );
  });

  it('keeps different things of one kind apart', () => {
    const groups = findingGroups([
      said(finding('a', { code: 'numberTwice' }), 'Numret 7 finns två gånger'),
      said(finding('b', { code: 'numberTwice' }), 'Numret 9 finns två gånger'),
    ]);
    expect(groups).toHaveLength(2);
  });

  it('holds all people without a card together', () => {
    const groups = findingGroups([
      said(finding('a', { code: 'cardMissing', person: 'p1' }), 'Maja saknar kort'),
      said(finding('b', { code: 'cardMissing', person: 'p2' }), 'Olle saknar kort'),
    ]);
    expect(groups.map(({ findings }) => findings.length)).toEqual([2]);
  });
});
