import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { boardMeeting } from '../../scripts/demo/folders/boardMeeting.mjs';
import { operationsDay } from '../../scripts/demo/folders/operationsDay.mjs';
import { parseMarkup } from '../../scripts/demo/markup.mjs';

type Board = Awaited<ReturnType<typeof boardMeeting>>;
type Day = Awaited<ReturnType<typeof operationsDay>>;

/** Sets nothing: stands for each document by its text in that revision, which decides what the PDF becomes. */
const texts = {
  pdfOf: async (source: string, { revision }: { revision: number }) =>
    source.endsWith('.md')
      ? JSON.stringify(parseMarkup(readFileSync(source, 'utf8'), revision))
      : `folder ${source}`,
};

let first: Board;
let second: Board;
let day: Day;

beforeAll(async () => {
  first = await boardMeeting(1, texts);
  second = await boardMeeting(2, texts);
  day = await operationsDay(texts);
});

const idsOf = ({ items }: Board) => items.map(({ item }) => item.id);
const documentsOf = ({ items }: Board) =>
  new Map(
    items.flatMap(({ item, files }) => item.documents.map(({ id }, n) => [id, files[n]?.from] as const)),
  );

describe('the board meeting', () => {
  it('has 14 items in the summons', () => {
    expect(first.items).toHaveLength(14);
  });

  it('gets one new item and one moved item in the supplement', () => {
    const before = idsOf(first);
    const after = idsOf(second);
    const added = after.filter((id) => !before.includes(id));
    const moved = second.items.find(({ item }) => item.registryNumber === 'KS 2026/0319')?.item.id;
    const others = (ids: string[]) => ids.filter((id) => !added.includes(id) && id !== moved);
    expect(added).toHaveLength(1);
    expect([before.indexOf(moved ?? ''), after.indexOf(moved ?? '')]).toEqual([8, 2]);
    expect(others(after)).toEqual(others(before));
  });

  it('gets three changed documents in the supplement, which keep their ids', () => {
    const before = documentsOf(first);
    const after = documentsOf(second);
    const kept = [...before.keys()].filter((id) => after.has(id));
    expect(kept).toHaveLength(before.size);
    expect(kept.filter((id) => before.get(id) !== after.get(id))).toHaveLength(3);
  });

  it('changes a proposed decision in the supplement', () => {
    const decision = ({ items }: Board) =>
      items.find(({ item }) => item.registryNumber === 'KS 2025/0290')?.item.proposedDecision ?? [];
    expect(decision(first)).toHaveLength(3);
    expect(decision(second)).toHaveLength(4);
    expect(decision(first)[1]).toContain('24,6 miljoner');
    expect(decision(second)[1]).toContain('26,9 miljoner');
  });

  it('proposes a decision for every item to decide', () => {
    const without = [...first.items, ...second.items].filter(
      ({ item }) => item.itemKind === 'decision' && item.proposedDecision.length === 0,
    );
    expect(without.map(({ item }) => item.title)).toEqual([]);
  });

  it('has ids and registry numbers that stand once', () => {
    const ids = [...idsOf(second), ...documentsOf(second).keys()];
    const numbers = second.items.flatMap(({ item }) => item.registryNumber ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('names members of the board in conflicts of interest and parties of the board in the call-in order', () => {
    const { members, callIn } = second.meeting.body.roster;
    const people = new Set(members.map(({ id }) => id));
    const parties = [...new Set(members.map(({ party }) => party))].toSorted();
    const inConflict = second.items.flatMap(({ item }) => item.conflicts.map(({ person }) => person));
    expect(inConflict.length).toBeGreaterThan(0);
    expect(inConflict.filter((person) => !people.has(person))).toEqual([]);
    expect(callIn.map(({ party }) => party).toSorted()).toEqual(parties);
    for (const { then } of callIn) expect(then.toSorted()).toEqual(parties);
  });
});

describe('the operations day', () => {
  it('has nine unit briefings in the order of the day', () => {
    const starts = day.meeting.briefings.map(({ start }) => start);
    expect(starts).toHaveLength(9);
    expect(starts.toSorted()).toEqual(starts);
  });

  it('has an assignment, figures and commitments in every briefing, and ids that stand once', () => {
    const ids = day.meeting.briefings.flatMap(({ id, sections }) => [
      id,
      ...sections.flatMap((section) => [section.id, ...section.points.map((point) => point.id)]),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { sections, keyFigures, commitments } of day.meeting.briefings) {
      expect(sections[0]?.sectionKind).toBe('assignment');
      expect(keyFigures.length).toBeGreaterThan(0);
      expect(commitments.length).toBeGreaterThan(0);
    }
  });

  it('has themes that come back from unit to unit', () => {
    const units = new Map<string, Set<string>>();
    for (const { unit, sections } of day.meeting.briefings) {
      for (const theme of sections.flatMap(({ points }) => points.flatMap((point) => point.themes))) {
        units.set(theme, (units.get(theme) ?? new Set()).add(unit));
      }
    }
    const recurring = [...units].filter(([, where]) => where.size >= 3).map(([theme]) => theme);
    expect(recurring).toEqual(
      expect.arrayContaining(['samverkan', 'kompetensförsörjning', 'digitalisering']),
    );
    expect([...units.keys()].filter((theme) => theme.includes('#'))).toEqual([]);
  });

  it('gives the population with three baselines', () => {
    const figures = day.meeting.briefings.flatMap(({ keyFigures }) => keyFigures);
    const population = figures.find(({ name }) => name === 'Folkmängd');
    expect(population?.value).toBe(13437);
    expect(population?.baselines.map(({ value }) => 13437 - value)).toEqual([5, 20, 99]);
  });
});
