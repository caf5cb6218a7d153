import type { ReactNode } from 'react';
import type { KeyFigure } from '../../../core/pack/manifest.ts';
import { useMessages } from '../../ui/messages.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { BriefingNotes } from './briefingNotes.ts';
import { difference, figureNumber, oldestFirst, seriesHeads, signedNumber } from './figureWords.ts';
import { SeriesChart } from './SeriesChart.tsx';
import './figures.css';

/** A key figure: its value, its baselines and its series, always as tables; the chart only repeats the table. */
export function KeyFigureCard({
  figure,
  briefingId,
  notes,
}: {
  figure: KeyFigure;
  briefingId: string;
  notes: BriefingNotes;
}): ReactNode {
  const messages = useMessages();
  const { t, formatDate } = messages;
  const source = { type: 'keyFigure', briefing: briefingId, keyFigure: figure.id } as const;
  const colour = notes.highlightOf(source);
  const series = oldestFirst(figure.series);
  return (
    <section className="figure" aria-labelledby={`figure-${figure.id}`} data-colour={colour ?? undefined}>
      <header className="figure__head">
        <h4 id={`figure-${figure.id}`} className="figure__name">
          {figure.name}
        </h4>
        <div className="briefing__controls">{notes.controls(source, figure.name)}</div>
      </header>
      <p className="figure__value">
        <span className="figure__number">
          {figure.value === null ? t('briefings.noValue') : figureNumber(messages, figure.value)}
        </span>
        {figure.unitOfMeasure !== null && <span className="figure__unit">{figure.unitOfMeasure}</span>}
      </p>
      {(figure.asOf !== null || figure.scope !== null) && (
        <p className="figure__facts">
          {[figure.asOf !== null && t('briefings.asOf', { date: formatDate(figure.asOf) }), figure.scope]
            .filter((fact) => typeof fact === 'string')
            .join(' · ')}
        </p>
      )}
      {figure.baselines.length > 0 && <Baselines figure={figure} />}
      {series.length > 0 && (
        <>
          {series.length > 1 && <SeriesChart series={series} heads={seriesHeads(messages, series)} />}
          <SeriesTable figure={figure} series={series} />
        </>
      )}
      {figure.note !== null && <p className="figure__note">{figure.note}</p>}
      {figure.source !== null && (
        <p className="figure__source">{t('briefings.source', { source: figure.source })}</p>
      )}
    </section>
  );
}

function Baselines({ figure }: { figure: KeyFigure }): ReactNode {
  const messages = useMessages();
  const { t, formatDate } = messages;
  const { value } = figure;
  const hasReasons = figure.baselines.some((baseline) => baseline.why !== null);
  return (
    <div
      className="figure__scroll"
      tabIndex={0}
      role="group"
      aria-label={t('briefings.baselinesOf', { name: figure.name })}
    >
      <table className="figure__table">
        <caption className="figure__caption">{t('briefings.baselines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('briefings.baseline')}</th>
            <th scope="col" className="figure__cell">
              {t('briefings.then')}
            </th>
            <th scope="col" className="figure__cell">
              {t('briefings.difference')}
            </th>
            {hasReasons && <th scope="col">{t('briefings.why')}</th>}
          </tr>
        </thead>
        <tbody>
          {figure.baselines.map((baseline, index) => (
            <tr key={index}>
              <th scope="row">
                {baseline.label}
                {baseline.asOf !== null && (
                  <span className="figure__date">{formatDate(baseline.asOf, 'short')}</span>
                )}
              </th>
              <td className="figure__cell">{figureNumber(messages, baseline.value)}</td>
              <td className="figure__cell figure__difference">
                {value === null ? '–' : signedNumber(messages, difference(value, baseline.value))}
              </td>
              {hasReasons && <td className="figure__why">{baseline.why}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SeriesTable({ figure, series }: { figure: KeyFigure; series: KeyFigure['series'] }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const heads = seriesHeads(messages, series);
  const unit = figure.unitOfMeasure ?? t('briefings.value');
  return (
    <div
      className="figure__scroll"
      tabIndex={0}
      role="group"
      aria-label={t('briefings.seriesOf', { name: figure.name })}
    >
      <table className="figure__table figure__table--series">
        <caption className="figure__caption">{t('briefings.seriesIn', { unit })}</caption>
        <thead>
          <tr>
            <td className="figure__unit-column" />
            {heads.map((head, index) => (
              <th key={index} scope="col" className="figure__cell">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="figure__unit-column">
              <VisuallyHidden>{unit}</VisuallyHidden>
            </th>
            {series.map((entry, index) => (
              <td key={index} className="figure__cell">
                {figureNumber(messages, entry.value)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
