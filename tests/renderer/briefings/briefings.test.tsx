import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { BriefingEntry } from '../../../core/library/views.ts';
import type { Language } from '../../../core/settings/settings.ts';
import { BriefingCard } from '../../../renderer/features/briefings/BriefingCard.tsx';
import { difference } from '../../../renderer/features/briefings/figureWords.ts';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { testId } from '../../support/libraryBuilders.ts';
import { sampleBriefing, sampleDocument } from '../workspace/meetingBuilders.ts';

const opened: string[] = [];
function show(entry: BriefingEntry, language: Language = 'sv'): void {
  render(
    <MessagesProvider language={language}>
      <BriefingCard
        entry={entry}
        notes={{
          highlightOf: (source) => (source.type === 'keyFigure' ? 'pink' : null),
          controls: (source, what) => <button type="button">{`${source.type}: ${what}`}</button>,
        }}
        onOpenDocument={(id) => opened.push(id)}
        sealedNotice={null}
      />
    </MessagesProvider>,
  );
}
const cells = (table: HTMLElement): string[][] =>
  within(table)
    .getAllByRole('row')
    .map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').replaceAll('\u00a0', ' ')),
    );

describe('a unit briefing', () => {
  afterEach(cleanup);

  it('shows points with their themes and a way to note on each', () => {
    show(sampleBriefing(1));
    const section = screen.getByRole('heading', { name: 'Utmaningar' }).closest('section');
    expect(section?.textContent).toContain('Rekrytering av kockar');
    expect(within(section ?? document.body).getByRole('list', { name: 'Teman' }).textContent).toBe(
      'kompetensförsörjning',
    );
    expect(screen.getByRole('button', { name: 'point: Rekrytering av kockar' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'keyFigure: Folkmängd' })).toBeTruthy();
    const [commitment] = sampleBriefing(1).commitments;
    expect(screen.getByRole('button', { name: `commitment: ${commitment?.what}` })).toBeTruthy();
  });

  it('compares a figure with each of its baselines, with sign and reason', () => {
    show(sampleBriefing(1));
    expect(cells(screen.getByRole('table', { name: 'Mot jämförelsepunkter' }))).toEqual([
      ['Jämförelsepunkt', 'Då', 'Skillnad', 'Varför'],
      ['Sedan 1 november1 nov. 2026', '13 338', '+99', 'Avgör skatt och bidrag'],
    ]);
  });

  it('gives a series as a table, oldest first, with years as columns', () => {
    show(sampleBriefing(1));
    expect(cells(screen.getByRole('table', { name: 'Över tid, invånare' }))).toEqual([
      ['', '2024', '2025'],
      ['invånare', '13 390', '13 417'],
    ]);
    expect(document.querySelector('svg.series-chart')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('heads columns with whole dates when a year has several values', () => {
    const [figure] = sampleBriefing(1).keyFigures;
    if (figure === undefined) throw new Error('the sample has a figure');
    const series = [
      { asOf: '2026-01-31', value: 1 },
      { asOf: '2026-02-28', value: 2 },
    ];
    show(sampleBriefing(1, { keyFigures: [{ ...figure, baselines: [], series }] }), 'en');
    expect(cells(screen.getByRole('table', { name: /^Over time/ }))[0]).toEqual([
      '',
      '31 Jan 2026',
      '28 Feb 2026',
    ]);
  });

  it('says that a figure has no value instead of showing zero', () => {
    const [figure] = sampleBriefing(1).keyFigures;
    if (figure === undefined) throw new Error('the sample has a figure');
    show(sampleBriefing(1, { keyFigures: [{ ...figure, value: null }] }));
    expect(screen.getByText('Inget värde')).toBeTruthy();
    expect(cells(screen.getByRole('table', { name: 'Mot jämförelsepunkter' }))[1]?.[2]).toBe('–');
  });

  it('lists commitments with due date and state', () => {
    show(sampleBriefing(1));
    const table = within(screen.getByRole('group', { name: 'Löften och uppföljning' })).getByRole('table');
    expect(cells(table)[1]?.slice(0, 4)).toEqual([
      'En plan vid årsskiftet',
      'Enhetschefen',
      '31 dec. 2026',
      'Pågår',
    ]);
  });

  it('says so when nothing has been handed in for it', () => {
    show(sampleBriefing(1, { sections: [], keyFigures: [], commitments: [], documents: [] }));
    expect(screen.getByText(/Enheten har inte lämnat något/)).toBeTruthy();
  });

  it('opens its documents', () => {
    show(sampleBriefing(1, { documents: [sampleDocument(4, { title: 'Bildspel' })] }));
    fireEvent.click(screen.getByRole('button', { name: /Bildspel/ }));
    expect(opened).toEqual([testId(1004)]);
  });

  it('takes differences of decimals without the noise of binary fractions', () => {
    expect(difference(0.3, 0.1)).toBe(0.2);
    expect(difference(13437, 13417)).toBe(20);
  });
});
