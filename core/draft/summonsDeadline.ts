import type { CalendarDate, Instant } from '../pack/manifest.ts';
import type { Draft } from './draft.ts';
import type { DraftEdit, MeetingPatch } from './draftEdit.ts';
import type { BodySettings } from './draftViews.ts';

/** A rule by which the summons must have reached everyone, and where it stands. */
export type SummonsRule = Pick<BodySettings, 'summonsDays' | 'summonsSource'>;

/**
 * The council's summons reaches every member and substitute at least a week before the day of the meeting: kommunallagen
 * (2017:725) 5 kap. 15 §. For committees the law says nothing; their own rules do, so they have no default.
 */
export const summonsRuleFor = (kind: 'council' | 'committee'): SummonsRule =>
  kind === 'council'
    ? { summonsDays: 7, summonsSource: 'KL 5 kap. 15 §' }
    : { summonsDays: null, summonsSource: null };

/** Whether a body is, by its name, a council (fullmäktige) of a municipality, region or federation. */
export const isCouncil = (bodyName: string): boolean => /fullmäktige/i.test(bodyName.normalize('NFC'));

/** What the office knows of a body that nobody has described yet. */
export const bodySettingsFor = (bodyName: string, issuer: Draft['issuer']): BodySettings => ({
  ...issuer,
  place: null,
  startTime: null,
  ...summonsRuleFor(isCouncil(bodyName) ? 'council' : 'committee'),
  numbering: { style: 'number', first: 1 },
  conflictPolicy: 'warn',
});

/** The last day the summons may arrive: so many local calendar days before the day of the meeting, as its start is written. */
export function summonsDeadline(start: Instant, days: number): CalendarDate {
  const day = Date.parse(`${start.slice(0, 10)}T00:00:00Z`) - days * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}

/** The deadline a body's rule gives for a start; null without either. */
export const deadlineByRule = (start: Instant | null, rule: SummonsRule): CalendarDate | null =>
  start === null || rule.summonsDays === null ? null : summonsDeadline(start, rule.summonsDays);

/**
 * When an edit moves the meeting and the deadline was the rule's (or none), the deadline moves along. One that the
 * secretary set otherwise stays.
 */
export function withMovedDeadline(draft: Draft, edit: DraftEdit, rule: SummonsRule | null): DraftEdit {
  if (rule === null) return edit;
  if (edit.do === 'setMeeting') return { ...edit, patch: withDeadline(draft, edit.patch, rule) };
  if (edit.do !== 'takeImport' || edit.meeting === undefined) return edit;
  return { ...edit, meeting: withDeadline(draft, edit.meeting, rule) };
}

function withDeadline({ meeting }: Draft, patch: MeetingPatch, rule: SummonsRule): MeetingPatch {
  if (rule.summonsDays === null || patch.start === undefined || patch.summonsDeadline !== undefined)
    return patch;
  const isByRule = meeting.summonsDeadline === deadlineByRule(meeting.start, rule);
  if (!isByRule) return patch;
  return {
    ...patch,
    summonsDeadline: deadlineByRule(patch.start, rule),
    deadlineSource: rule.summonsSource,
  };
}
