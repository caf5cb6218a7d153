import type { AnnotationSource } from '../annotation/annotation.ts';
import type { AgendaEntry, BriefingEntry, MeetingView } from '../library/views.ts';
import type { Uuid } from '../pack/manifest.ts';

type Shown = Pick<MeetingView, 'agenda' | 'briefings'>;

const opened = ({ agenda, briefings }: Shown): readonly (AgendaEntry | BriefingEntry)[] =>
  [...itemsBelow(agenda), ...briefings].filter(
    ({ unlocked, sealed }) => unlocked === true && sealed !== null,
  );

const itemsBelow = (agenda: readonly AgendaEntry[]): readonly AgendaEntry[] =>
  agenda.flatMap((item) => [item, ...itemsBelow(item.children)]);

/** Whether the person's keys opened anything sealed of the meeting: its titles and words may then be on screen. */
export const hasOpenedSeal = (view: Shown): boolean => opened(view).length > 0;

/** Whether a note's target names one of these ids. */
export const isOnAny = (source: AnnotationSource, ids: ReadonlySet<Uuid>): boolean =>
  Object.values(source).some((id) => id !== null && ids.has(id));

/** Ids of opened items and briefings and of all that stands in them, as notes name them. */
export const openedIds = (view: Shown): ReadonlySet<Uuid> =>
  new Set(
    opened(view).flatMap((entry) => [
      entry.id,
      ...entry.documents.map(({ id }) => id),
      ...('unit' in entry
        ? [...entry.sections.flatMap(({ points }) => points), ...entry.keyFigures, ...entry.commitments].map(
            ({ id }) => id,
          )
        : []),
    ]),
  );
