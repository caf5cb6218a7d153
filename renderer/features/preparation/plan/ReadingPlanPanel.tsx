import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { MeetingView } from '../../../../core/library/views.ts';
import type { PlanView } from '../../../../core/preparation/planView.ts';
import type { ReadingPlan } from '../../../../core/preparation/readingPlan.ts';
import { minutesUntil, movedInPlan, readingPlan } from '../../../../core/preparation/readingPlan.ts';
import type { ItemSheet } from '../../../../core/preparation/sheet.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { PlanLines } from './PlanLines.tsx';
import { readingItems } from './readingItems.ts';
import { timeWords } from './timeWords.ts';
import { SpeedChoice } from './SpeedChoice.tsx';
import type { PlanTools } from './usePlan.ts';
import './plan.css';

const numberIn = (text: string): number | null => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);
/** Who has days left does not read them through. */
const soonMinutes = 24 * 60;

export interface ReadingPlanProps {
  readonly meeting: MeetingView;
  readonly sheets: readonly ItemSheet[];
  readonly plan: PlanTools;
  readonly onShow: (itemId: string) => void;
}

/** How long reading will take, in which order, and what fits before the meeting. */
export function ReadingPlanPanel(props: ReadingPlanProps): ReactNode {
  const { t } = useMessages();
  const { view, error } = props.plan;
  return (
    <section className="prep-plan" aria-label={t('preparation.plan')}>
      <h3>{t('preparation.plan')}</h3>
      {error !== null && <ErrorMessage error={error} isLive />}
      {view === null ? (
        error === null && <Skeleton label={t('preparation.plan')} lines={4} />
      ) : (
        <KnownPlan {...props} view={view} />
      )}
    </section>
  );
}

function KnownPlan({
  meeting,
  sheets,
  plan,
  view,
  onShow,
}: ReadingPlanProps & { view: PlanView }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const [typed, setTyped] = useState('');
  const now = useMinute();
  const untilMeeting = minutesUntil(Date.parse(meeting.meeting.start), now);
  const isSoon = untilMeeting !== null && untilMeeting <= soonMinutes;
  const minutesAvailable = numberIn(typed) ?? (isSoon ? untilMeeting : null);
  const made = useMemo(
    () =>
      readingPlan(readingItems(meeting.agenda, view.words), {
        wordsPerMinute: view.speed.wordsPerMinute,
        minutesAvailable,
        order: view.order,
        deadlines: view.deadlines,
        today: localDay(now),
      }),
    [meeting.agenda, view, minutesAvailable, now],
  );
  return (
    <>
      <Summary made={made} isLimited={minutesAvailable !== null} />
      {isSoon && <p>{t('preparation.plan.startsIn', { time: timeWords(messages, untilMeeting) })}</p>}
      {view.isReading && <p className="prep-quiet">{t('preparation.plan.counting')}</p>}
      <TextField
        label={t('preparation.plan.available')}
        description={t('preparation.plan.availableUnit')}
        inputMode="numeric"
        {...(isSoon ? { placeholder: String(untilMeeting) } : {})}
        value={typed}
        onChange={setTyped}
      />
      <PlanLines
        plan={made}
        sheets={sheets}
        isLimited={minutesAvailable !== null}
        onShow={onShow}
        onMove={(id, to) => plan.setOrder(movedInPlan(made.lines, id, to))}
      />
      {view.order.length > 0 && (
        <Button size="small" variant="quiet" onPress={() => plan.setOrder([])}>
          {t('preparation.plan.decisionsFirst')}
        </Button>
      )}
      <SpeedChoice speed={view.speed} onSpeed={plan.setSpeed} onForget={plan.forgetReading} />
    </>
  );
}

function Summary({ made, isLimited }: { made: ReadingPlan; isLimited: boolean }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const { totalMinutes, decisionMinutes, leftCount, fitCount } = made;
  return (
    <p>
      {t('preparation.plan.left', { n: totalMinutes, time: timeWords(messages, totalMinutes) })}
      {decisionMinutes > 0 &&
        decisionMinutes < totalMinutes &&
        `, ${t('preparation.plan.decisions', { time: timeWords(messages, decisionMinutes) })}`}
      {isLimited && leftCount > 0 && `. ${t('preparation.plan.fitsCount', { n: fitCount, of: leftCount })}`}
    </p>
  );
}

/** The person's own day: a deadline is kept in the zone in which one reads. */
function localDay(now: number): string {
  const here = new Date(now);
  return new Date(now - here.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Milliseconds since 1970, renewed each minute. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
