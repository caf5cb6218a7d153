import type { KeyFigure } from '../../core/pack/manifest.ts';
import type { PrintedBriefing } from '../../core/print/printedMeeting.ts';
import { block, type TextBlock } from '../../core/print/textBlocks.ts';
import type { PrintTexts } from './printTexts.ts';

/** What a unit briefing says itself: points under their sections, key figures with their baselines, commitments. */
export function briefingBlocks(briefing: PrintedBriefing, texts: PrintTexts): TextBlock[] {
  const { unit, period, presenter, sections, keyFigures, commitments } = briefing;
  const { text } = texts;
  return [
    block('title', unit.name),
    ...(period === null ? [] : [block('small', period)]),
    ...(presenter === null ? [] : [block('small', text('print.paper.presenter', { name: presenter }))]),
    ...sections.flatMap(({ title, sectionKind, points }) => [
      block('heading', title === '' ? text(`briefings.section.${sectionKind}`) : title),
      ...points.map((point) => bullet(point.text)),
    ]),
    ...(keyFigures.length === 0 ? [] : [block('heading', text('briefings.keyFigures'))]),
    ...keyFigures.flatMap((figure) => figureBlocks(figure, texts)),
    ...(commitments.length === 0 ? [] : [block('heading', text('briefings.commitments'))]),
    ...commitments.flatMap(({ what, who, due, state, reported }) => [
      bullet(what),
      block(
        'small',
        [
          text(`briefings.commitment.${state}`),
          who,
          due === null ? null : text('print.paper.due', { date: texts.date(due) }),
          reported,
        ]
          .filter((fact) => fact !== null && fact !== '')
          .join(' · '),
        1,
      ),
    ]),
  ];
}

const bullet = (words: string): TextBlock => block('paragraph', `• ${words}`);

function figureBlocks(figure: KeyFigure, texts: PrintTexts): TextBlock[] {
  const { text, date } = texts;
  const valueOf = (value: number | null): string =>
    value === null
      ? text('print.paper.noValue')
      : [texts.number(value), figure.unitOfMeasure].filter((word) => word !== null).join(' ');
  const facts = [
    figure.asOf === null ? null : text('print.paper.asOf', { date: date(figure.asOf) }),
    figure.scope,
    figure.source === null ? null : text('briefings.source', { source: figure.source }),
    figure.note,
  ].filter((fact) => fact !== null && fact !== '');
  const series = figure.series.map(({ asOf, value }) => `${date(asOf)}: ${texts.number(value)}`).join(' · ');
  return [
    bullet(text('print.paper.figure', { name: figure.name, value: valueOf(figure.value) })),
    ...(facts.length === 0 ? [] : [block('small', facts.join(' · '), 1)]),
    ...figure.baselines.map(({ label, asOf, value, why }) =>
      block(
        'small',
        [
          text('print.paper.baseline', { label, value: valueOf(value) }),
          asOf === null ? null : text('print.paper.asOf', { date: date(asOf) }),
          why,
        ]
          .filter((fact) => fact !== null && fact !== '')
          .join(' · '),
        1,
      ),
    ),
    ...(series === '' ? [] : [block('small', series, 1)]),
  ];
}
