import type { MeetingPeopleView } from '../../../core/exchange/peopleViews.ts';
import type { Messages } from '../../ui/messages.tsx';

/** Those who were sent the newest revision and have not confirmed it, as lines to paste into a message. */
export function reminderList(view: MeetingPeopleView, { t, formatDate }: Messages): string {
  const title = t('people.reminderTitle', {
    title: view.title,
    date: formatDate(view.start),
    revision: view.revision,
  });
  const lines = unconfirmed(view).map(({ name, party, revisions, standing }) =>
    t('people.reminderLine', {
      name: [name, party].filter(Boolean).join(', '),
      date: formatDate(revisions.at(-1)?.sent ?? view.start),
      overdue: String(standing === 'overdue'),
    }),
  );
  return [title, ...lines].join('\n');
}

export const unconfirmed = (view: MeetingPeopleView): MeetingPeopleView['rows'] =>
  view.rows.filter(({ standing }) => standing === 'waiting' || standing === 'overdue');
