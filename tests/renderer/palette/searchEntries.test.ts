import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaletteEntry } from '../../../renderer/features/palette/paletteTypes.ts';
import { searchable, searchEntries } from '../../../renderer/features/palette/searchEntries.ts';

const entry = (title: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: title,
  kind: 'item',
  title,
  isEnabled: true,
  run: () => {},
  ...more,
});

const found = (entries: readonly PaletteEntry[], typed: string, recent: readonly string[] = []): string[] =>
  searchEntries(entries.map(searchable), typed, recent).map(({ title }) => title);

describe('searching the palette', () => {
  it('takes å, ä and ö for letters of their own, other accents for marks', () => {
    const entries = [entry('Åsbacken'), entry('Asfaltering'), entry('Idé till café')];
    expect(found(entries, 'as')).toEqual(['Asfaltering']);
    expect(found(entries, 'ås')).toEqual(['Åsbacken']);
    expect(found(entries, 'cafe')).toEqual(['Idé till café']);
  });

  it('finds an item by its number, and that item before others with the digits', () => {
    const entries = [
      entry('Plan 1998'),
      entry('Förprojektering', { number: '§ 98' }),
      entry('Redovisning', { number: '§ 108', detail: 'KS 2026/0981' }),
    ];
    expect(found(entries, '98')).toEqual(['Förprojektering', 'Plan 1998', 'Redovisning']);
    expect(found(entries, '§ 98')[0]).toBe('Förprojektering');
    expect(found(entries, '2026/0981')).toEqual(['Redovisning']);
  });

  it('wants every word, anywhere, in any order', () => {
    const entries = [entry('Taxa för vatten', { detail: '4 Taxor' }), entry('Taxa för slam')];
    expect(found(entries, 'vatten tax')).toEqual(['Taxa för vatten']);
  });

  it('finds other words that lead to a command without showing them', () => {
    const entries = [entry('Helskärm', { kind: 'command', also: 'Full screen fullskärm visa stort' })];
    expect(found(entries, 'full screen')).toEqual(['Helskärm']);
  });

  it('puts the start of a title before the start of a word, and that before a part of one', () => {
    const entries = [entry('Nyplan'), entry('Detaljerad plan'), entry('Planbesked')];
    expect(found(entries, 'plan')).toEqual(['Planbesked', 'Detaljerad plan', 'Nyplan']);
  });

  it('lets letters be left out of longer words', () => {
    const entries = [entry('Tjänsteskrivelse'), entry('Trafikplan')];
    expect(found(entries, 'tjskr')).toEqual(['Tjänsteskrivelse']);
    expect(found(entries, 'tf')).toEqual([]);
  });

  it('puts what was used last first, and keeps the order of the rest', () => {
    const entries = ['Första', 'Andra', 'Tredje', 'Fjärde'].map((title) => entry(title));
    expect(found(entries, '', ['Tredje', 'Andra'])).toEqual(['Tredje', 'Andra', 'Första', 'Fjärde']);
  });

  it('shows only commands after the sign that editors use', () => {
    const entries = [entry('Ångra', { kind: 'command' }), entry('Ångra beslutet')];
    expect(found(entries, '>ång')).toEqual(['Ångra']);
    expect(found(entries, '>')).toEqual(['Ångra']);
  });

  it('finds every entry by any part of its own title', () => {
    const words = fc.stringMatching(/^[a-zåäö]{3,9}( [a-zåäö]{3,9}){0,3}$/);
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (title, from, length) => {
        const start = from % title.length;
        const part = title.slice(start, start + 1 + (length % (title.length - start)));
        expect(found([entry(title)], part)).toEqual([title]);
      }),
    );
  });

  it('searches ten thousand entries faster than a key can be pressed again', () => {
    const entries = Array.from({ length: 10_000 }, (_, index) =>
      searchable(entry(`Bilaga ${index} om cykelvägar`, { id: String(index), detail: '§ 7 Cykelplan' })),
    );
    const start = performance.now();
    expect(searchEntries(entries, 'bilaga 9999', [])[0]?.id).toBe('9999');
    expect(performance.now() - start).toBeLessThan(250);
  });
});
