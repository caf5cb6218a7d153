import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../core/draft/draft.ts';
import { checkDraft, isReady } from '../../../core/preflight/checkDraft.ts';
import type { FileFacts, PreflightContext } from '../../../core/preflight/fileFacts.ts';
import { preflightErrors, preflightWarnings } from '../../../core/preflight/finding.ts';
import english from '../../../assets/messages/en/preflight.json' with { type: 'json' };
import swedish from '../../../assets/messages/sv/preflight.json' with { type: 'json' };
import {
  agendaDraft,
  draftId,
  sampleDocument,
  sampleDraft,
  sampleFile,
  sampleItem,
  sampleSeal,
} from '../../support/draftBuilders.ts';

const facts = (changes: Partial<FileFacts> = {}): FileFacts => ({
  condition: 'readable',
  pageCount: 4,
  pagesWithoutText: [],
  numbers: [],
  ...changes,
});

const context = (changes: Partial<PreflightContext> = {}): PreflightContext => ({
  now: Date.parse('2026-11-20T09:00:00+01:00'),
  today: '2026-11-20',
  factsOf: () => facts(),
  isHere: () => true,
  hasCard: () => true,
  locked: new Set(),
  ...changes,
});

const codesOf = (draft: Draft, changes: Partial<PreflightContext> = {}): readonly string[] =>
  checkDraft(draft, context(changes)).map(({ code }) => code);

/** One item with one document of a file of four pages. */
const one = (
  document: Partial<ReturnType<typeof sampleDocument>> = {},
  item: Parameters<typeof sampleItem>[1] = {},
): Draft =>
  sampleDraft({
    items: [sampleItem(1, { number: '1', documents: [sampleDocument(1, document)], ...item })],
    files: [sampleFile('1.pdf')],
  });

const meeting = (changes: Partial<Draft['meeting']>): Draft => {
  const draft = agendaDraft();
  return { ...draft, meeting: { ...draft.meeting, ...changes } };
};

describe('pre-flight', () => {
  it('finds nothing in a draft that lacks nothing', () => {
    expect(codesOf(agendaDraft())).toEqual([]);
  });

  it('has words for everything it finds, in both languages', () => {
    for (const code of [...preflightErrors, ...preflightWarnings]) {
      for (const part of ['title', 'why', 'doThis']) {
        expect(swedish).toHaveProperty([`preflight.${code}.${part}`]);
        expect(english).toHaveProperty([`preflight.${code}.${part}`]);
      }
    }
  });

  it.each<[string, Draft]>([
    ['noStart', meeting({ start: null })],
    ['noPlace', meeting({ place: ' ' })],
    ['noItems', sampleDraft()],
    ['noTitle', meeting({ title: '' })],
    ['noTitle', one({ title: ' ' })],
    ['noTitle', one({}, { title: '' })],
    ['fileMissing', one({ file: null })],
    ['pageRangeOutside', one({ pages: { from: 3, to: 5 } })],
    ['pageRangeOutside', one({ pages: { from: 3, to: 2 } })],
    ['sealedWithoutEntitled', one({}, { seal: sampleSeal({ entitled: [] }) })],
    [
      'sealedContentMissing',
      { ...one({}, { seal: sampleSeal(), documents: [] }), unopened: [draftId('item', 1)] },
    ],
    ['textNotAllowed', one({}, { title: 'Dold\u200btext' })],
    ['textNotAllowed', one({ title: 'Dold\u200btext' })],
  ])('stops with %s', (code, draft) => {
    const findings = checkDraft(draft, context());
    expect(findings.map((each) => [each.code, each.severity])).toEqual([[code, 'error']]);
    expect(isReady(findings)).toBe(false);
  });

  it.each(['damaged', 'encrypted', 'html', 'empty', 'other'] as const)(
    'stops at a file that is %s, whatever was noted when it was taken in',
    (condition) => {
      const [finding, ...others] = checkDraft(one(), context({ factsOf: () => facts({ condition }) }));
      expect(finding).toMatchObject({
        severity: 'error',
        itemId: draftId('item', 1),
        documentId: draftId('document', 1),
      });
      expect(finding?.code).toMatch(/^file/);
      expect(others).toEqual([]);
    },
  );

  it('stops when the bytes of a file are gone, and when all together are too much for a pack', () => {
    expect(codesOf(one(), { isHere: () => false })).toEqual(['fileMissing']);
    expect(codesOf({ ...one(), files: [sampleFile('1.pdf', { size: 3_900_000_000 })] })).toEqual([
      'packTooLarge',
    ]);
  });

  it('tells of a decision without proposal and without documents', () => {
    const draft = sampleDraft({
      items: [sampleItem(1, { number: '1', itemKind: 'decision', proposedDecision: [' '] })],
    });
    expect(codesOf(draft)).toEqual(['noProposedDecision', 'itemWithoutDocuments']);
  });

  it('tells of pages without text only where the document shows them', () => {
    const read = { factsOf: () => facts({ pagesWithoutText: [3, 4] }) };
    const [finding] = checkDraft(one({ pages: { from: 2, to: 3 } }), context(read));
    expect(finding).toMatchObject({ code: 'noTextLayer', detail: { count: 1, of: 2, pages: '2' } });
    expect(codesOf(one({ pages: { from: 1, to: 2 } }), read)).toEqual([]);
  });

  it('tells of personal numbers in documents and words of open items, never of sealed ones', () => {
    const numbers = [
      { page: 2, kind: 'personal' as const, count: 2 },
      { page: 3, kind: 'coordination' as const, count: 1 },
    ];
    const read = { factsOf: () => facts({ numbers }) };
    expect(checkDraft(one(), context(read))).toMatchObject([
      { code: 'personalIdentityNumber', page: 2, detail: { count: 2, pages: '2' } },
      { code: 'coordinationNumber', page: 3, detail: { count: 1 } },
    ]);
    expect(codesOf(one({}, { seal: sampleSeal() }), read)).toEqual([]);
    expect(codesOf(one({ pages: { from: 4, to: 4 } }), read)).toEqual([]);
    expect(codesOf(one({}, { proposedDecision: ['bevilja 900101-0017 stöd'] }))).toEqual([
      'personalIdentityNumber',
    ]);
  });

  it('never has a personal number in what it tells', () => {
    const findings = checkDraft(one({}, { title: 'Ansökan 900101-0017' }), context());
    expect(JSON.stringify(findings)).not.toContain('0017');
  });

  it.each([
    ['2026-11-19', ['deadlinePassed']],
    ['2026-11-20', ['deadlineClose']],
    ['2026-11-22', ['deadlineClose']],
    ['2026-11-23', []],
    ['2026-11-20T08:00:00+01:00', ['deadlinePassed']],
    [null, ['deadlineUnknown']],
  ])('counts the deadline %s by calendar days', (summonsDeadline, codes) => {
    expect(codesOf(meeting({ summonsDeadline }))).toEqual(codes);
  });

  it('says where the deadline comes from, and nothing of it once the summons is out', () => {
    const late = meeting({ summonsDeadline: '2026-11-01' });
    expect(checkDraft(late, context())[0]?.detail).toMatchObject({
      deadline: '2026-11-01',
      source: 'Reglemente 12 §',
    });
    const base = { revision: 1, manifestSha256: 'a'.repeat(64), issued: '2026-11-01T09:00:00+01:00' };
    expect(codesOf({ ...late, base })).toEqual([]);
  });

  it('tells of numbers that are missing and that stand twice', () => {
    const numbered = (...numbers: (string | null)[]): Draft =>
      sampleDraft({ items: numbers.map((number, at) => sampleItem(at + 1, { number })) });
    expect(codesOf(numbered('1', null, '2', '3'))).toEqual([]);
    expect(codesOf(numbered('§ 45', '§ 47'))).toEqual(['numberGap']);
    expect(codesOf(numbered('§ 4', '§4'))).toEqual(['numberTwice']);
    expect(codesOf(numbered('1', '1 a', '2'))).toEqual([]);
  });

  it('tells of titles that differ by case, of the built-in converter and of a sealed file that is open elsewhere', () => {
    const twice = one(
      {},
      {
        documents: [
          sampleDocument(1, { title: 'Karta' }),
          sampleDocument(2, { title: 'KARTA', file: sampleFile('1.pdf').sha256 }),
        ],
      },
    );
    expect(codesOf(twice)).toEqual(['namesDifferByCase']);
    const converted = { name: 'a.docx', by: 'builtIn' as const, version: '1', original: null };
    expect(codesOf({ ...one(), files: [sampleFile('1.pdf', { converted })] })).toEqual(['convertedPlainly']);
    const shared = sampleDraft({
      items: [
        sampleItem(1, { number: '1', documents: [sampleDocument(1)], seal: sampleSeal() }),
        sampleItem(2, { number: '2', documents: [sampleDocument(2, { file: sampleFile('1.pdf').sha256 })] }),
      ],
      files: [sampleFile('1.pdf')],
    });
    expect(codesOf(shared)).toEqual(['sealedFileAlsoOpen']);
  });

  it('names each who lacks a card, and says when nobody is left', () => {
    const people = [draftId('person', 1), draftId('person', 2)];
    const sealed = one({}, { seal: sampleSeal({ entitled: people }) });
    const some = checkDraft(sealed, context({ hasCard: (person) => person === people[0] }));
    expect(some.map(({ code, person }) => [code, person])).toEqual([['cardMissing', people[1]]]);
    expect(codesOf(sealed, { hasCard: () => false })).toEqual([
      'hiddenFromEveryone',
      'cardMissing',
      'cardMissing',
    ]);
    expect(codesOf(sealed, { hasCard: () => null })).toEqual([]);
    const hidden = { person: people[0] ?? '', policy: 'hide' as const };
    expect(
      codesOf(one({}, { seal: sampleSeal({ entitled: [hidden.person] }), conflicts: [hidden] })),
    ).toEqual(['hiddenFromEveryone']);
  });

  it('names whoever is not to see an item but can', () => {
    const conflicts = [
      { person: draftId('person', 1), policy: 'hide' as const },
      { person: draftId('person', 2), policy: 'warn' as const },
    ];
    const findings = checkDraft(one({}, { conflicts }), context());
    expect(findings.map(({ code, person }) => [code, person])).toEqual([
      ['hiddenNotSealed', draftId('person', 1)],
    ]);
    // Sealed, it is never given to whom it is hidden from, whoever else was chosen.
    const both = sampleSeal({ entitled: conflicts.map(({ person }) => person) });
    expect(codesOf(one({}, { conflicts, seal: both }))).toEqual([]);
    const child = sampleItem(2, { number: '1.1', conflicts });
    const seal = sampleSeal({ entitled: [draftId('person', 2)] });
    expect(codesOf(one({}, { seal, children: [child] }))).toEqual([]);
    // What is hidden only below a sealed item opens with it.
    expect(codesOf(one({}, { seal: both, children: [child] }))).toEqual(['hiddenNotSealed']);
  });

  it('says nothing of what is in an item that is locked', () => {
    const draft = one({}, { seal: sampleSeal({ entitled: [] }), title: '', documents: [] });
    expect(codesOf(draft, { locked: new Set([draftId('item', 1)]) })).toEqual([]);
  });

  it('keeps a warning accepted while it tells of the same, and tells anew of another file', () => {
    const scanned = { factsOf: () => facts({ pagesWithoutText: [1] }) };
    const [warning] = checkDraft(one(), context(scanned));
    const accepted = { ...one(), acceptedWarnings: [warning?.key ?? ''] };
    expect(isReady(checkDraft(accepted, context(scanned)))).toBe(true);
    const title = {
      ...accepted,
      items: [sampleItem(1, { number: '1', title: 'Ny', documents: [sampleDocument(1)] })],
    };
    expect(isReady(checkDraft(title, context(scanned)))).toBe(true);
    const other = {
      ...accepted,
      ...one({ file: sampleFile('2.pdf').sha256 }),
      files: [sampleFile('2.pdf')],
      acceptedWarnings: accepted.acceptedWarnings,
    };
    expect(isReady(checkDraft(other, context(scanned)))).toBe(false);
    const error = checkDraft({ ...meeting({ start: null }), acceptedWarnings: ['noStart'] }, context());
    expect(isReady(error)).toBe(false);
  });

  it('has a key of its own for every finding', () => {
    const bad = sampleDraft({
      items: [1, 2, 3].map((n) =>
        sampleItem(n, {
          title: '',
          itemKind: 'decision',
          number: '1',
          documents: [sampleDocument(n, { title: '', file: null })],
        }),
      ),
      meeting: {
        ...sampleDraft().meeting,
        title: '',
        start: null,
        place: null,
        body: { id: draftId('body', 1), name: '', roster: null },
      },
      issuer: { municipality: '', office: '' },
    });
    const keys = checkDraft(bad, context()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
