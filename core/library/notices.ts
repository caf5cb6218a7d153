import type { BereddError, ErrorCode } from '../errors.ts';
import { errorCodes } from '../errors.ts';
import type { Claim } from './claims.ts';
import { claimsByMeeting, keyStateOf, ownerOf } from './claims.ts';
import type { LibraryData, RevisionRecord, StoredNotice } from './libraryData.ts';
import type { LibraryNotice } from './views.ts';

/** The title to show for a meeting; null when nothing of it can be read. */
export type TitleOf = (meetingId: string) => string | null;

/**
 * Everything the person must know of and has not put away, newest first: alarms derived from what was taken in (forks,
 * gaps, foreign keys) and the notices that were stored.
 */
export function libraryNotices(data: LibraryData, titleOf: TitleOf): readonly LibraryNotice[] {
  const derived = [...packNotices(data, titleOf), ...foreignBodyNotices(data, titleOf)];
  const shown = derived.filter((each) => !data.dismissed.includes(each.id));
  return [...shown, ...data.notices.map(shownNotice)].toSorted(
    (a, b) => b.at - a.at || (a.id < b.id ? -1 : 1),
  );
}

function packNotices(data: LibraryData, titleOf: TitleOf): readonly LibraryNotice[] {
  return Object.entries(data.packs).flatMap(([packId, pack]) => {
    const owner = ownerOf(data, packId);
    return Object.entries(pack.claims).flatMap(([authority, revisions]) => {
      const notice = noticeMaker(`${packId}:${authority}`, revisions, titleOf);
      return [
        ...forks(revisions).map(({ revision, contents, at }) =>
          notice('fork', 'alarm', at, `${revision}:${contents}`, { revision }),
        ),
        ...gaps(revisions).map(({ from, to, at }) =>
          notice('gap', 'info', at, `${from}-${to}`, { from, to }),
        ),
        ...(authority === owner ? [] : [notice('foreignKey', 'alarm', seenFirst(revisions), 'pack', {})]),
      ];
    });
  });
}

/** A body known under a confirmed key shows up under another: told once a body and key. */
function foreignBodyNotices(data: LibraryData, titleOf: TitleOf): readonly LibraryNotice[] {
  const changed = [...claimsByMeeting(data).values()].filter(
    (claim) => keyStateOf(data, claim) === 'changed',
  );
  const byBody = new Map<string, Claim[]>();
  for (const claim of changed) {
    const id = `${claim.revision.bodyId}:${claim.authority}`;
    byBody.set(id, [...(byBody.get(id) ?? []), claim]);
  }
  return [...byBody].map(([id, claims]) => {
    const revisions = claims.map((claim) => claim.revision);
    return noticeMaker(id, revisions, titleOf)('foreignKey', 'alarm', seenFirst(revisions), 'body', {});
  });
}

const seenFirst = (revisions: readonly RevisionRecord[]): number =>
  Math.min(...revisions.map((each) => each.seenAt));

function noticeMaker(scope: string, revisions: readonly RevisionRecord[], titleOf: TitleOf) {
  const meetingId = revisions[0]?.meetingId ?? null;
  return (
    kind: 'fork' | 'gap' | 'foreignKey',
    severity: LibraryNotice['severity'],
    at: number,
    what: string,
    detail: LibraryNotice['detail'],
  ): LibraryNotice => ({
    id: `${kind}:${scope}:${what}`,
    severity,
    at,
    kind,
    meetingId,
    meetingTitle: meetingId === null ? null : titleOf(meetingId),
    file: null,
    detail,
    error: null,
  });
}

/** A revision with two contents, or one whose successor names another content than the one that is here. */
function forks(revisions: readonly RevisionRecord[]) {
  const numbers = new Set(revisions.map((each) => each.revision));
  return [...numbers].flatMap((revision) => {
    const here = revisions.filter((each) => each.revision === revision);
    const successors = revisions.filter((each) => each.revision === revision + 1 && each.previous !== null);
    const contents = new Set([
      ...here.map((each) => each.manifest),
      ...successors.flatMap((each) => (each.previous === null ? [] : [each.previous])),
    ]);
    if (contents.size < 2) return [];
    const at = Math.max(...[...here, ...successors].map((each) => each.seenAt));
    return [{ revision, contents: contents.size, at }];
  });
}

/** Revisions missing between two that are here. */
function gaps(revisions: readonly RevisionRecord[]) {
  return revisions.flatMap((each, index) => {
    const next = revisions[index + 1];
    if (next === undefined || next.revision <= each.revision + 1) return [];
    const at = Math.max(each.seenAt, next.seenAt);
    return [{ from: each.revision + 1, to: next.revision - 1, at }];
  });
}

function shownNotice(notice: StoredNotice): LibraryNotice {
  return { ...notice, error: notice.error === null ? null : shownError(notice.error) };
}

const isErrorCode = (code: string): code is ErrorCode => errorCodes.some((each) => each === code);

const shownError = (error: NonNullable<StoredNotice['error']>): BereddError => ({
  ...error,
  code: isErrorCode(error.code) ? error.code : 'unexpected',
});

/** Adds a notice, or replaces the one with the same id, so that telling twice shows it once. */
export const withNotice = (data: LibraryData, notice: StoredNotice): LibraryData => ({
  ...data,
  notices: [...data.notices.filter((each) => each.id !== notice.id), notice].slice(-storedNoticeLimit),
});

/** A watched folder full of odd files must not fill the library: the oldest go. */
const storedNoticeLimit = 200;

/** Takes a stored notice away; does nothing when there is none. */
export const withoutNotice = (data: LibraryData, id: string): LibraryData =>
  data.notices.some((each) => each.id === id)
    ? { ...data, notices: data.notices.filter((each) => each.id !== id) }
    : data;

/** The person put a notice away: a stored one is gone, a derived one is remembered as read. */
export function dismissNotice(data: LibraryData, id: string): LibraryData {
  if (data.notices.some((each) => each.id === id)) return withoutNotice(data, id);
  return data.dismissed.includes(id) ? data : { ...data, dismissed: [...data.dismissed, id] };
}
