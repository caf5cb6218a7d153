import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { MeetingView } from '../../../core/library/views.ts';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { readingPlan, usualWordsPerMinute } from '../../../core/preparation/readingPlan.ts';
import { useMessages } from '../../ui/messages.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readingItems } from './readingItems.ts';

const numberIn = (text: string): number | null => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);

/** How long reading will take, decisions first, and what fits into the time there is. */
export function ReadingPlanPanel({
  meeting,
  sheets,
  onShow,
}: {
  readonly meeting: MeetingView;
  readonly sheets: readonly ItemSheet[];
  readonly onShow: (itemId: string) => void;
}): ReactNode {
  const { t } = useMessages();
  const [minutes, setMinutes] = useState('');
  const [speed, setSpeed] = useState(String(usualWordsPerMinute));
  const plan = useMemo(
    () =>
      readingPlan(readingItems(meeting.agenda), {
        wordsPerMinute: numberIn(speed) ?? usualWordsPerMinute,
        minutesAvailable: numberIn(minutes),
      }),
    [meeting.agenda, minutes, speed],
  );
  const titles = new Map(sheets.map(({ item }) => [item.id, item]));
  return (
    <section className="prep-plan" aria-label={t('preparation.plan')}>
      <h3>{t('preparation.plan')}</h3>
      <p>
        {t('preparation.plan.left', { n: plan.totalMinutes })}
        {plan.decisionMinutes > 0 && `, ${t('preparation.plan.decisions', { n: plan.decisionMinutes })}`}
      </p>
      <div className="prep-row">
        <TextField
          label={t('preparation.plan.available')}
          description={t('preparation.plan.availableUnit')}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
        />
        <TextField
          label={t('preparation.plan.speed')}
          inputMode="numeric"
          value={speed}
          onChange={setSpeed}
        />
      </div>
      <ol className="prep-plan__lines">
        {plan.lines.map((line) => {
          const item = titles.get(line.id);
          if (item === undefined) return null;
          return (
            <li key={line.id} data-fits={line.fits}>
              <button type="button" className="prep-link" onClick={() => onShow(line.id)}>
                {item.number === null ? '' : `${item.number} `}
                {item.title}
              </button>
              <span className="prep-quiet">
                {t('preparation.minutes', { n: line.minutes })}
                {numberIn(minutes) !== null &&
                  ` · ${t(line.fits ? 'preparation.plan.fits' : 'preparation.plan.doesNotFit')}`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
