import type { Body, PackDocument, UnitBriefing, Uuid } from '../../core/pack/manifest.ts';
import { idWithin, matchInTurn, unitIdOf } from './buildFolderIds.ts';
import type { BriefingInput, MeetingInput } from './buildFolderInput.ts';

/** A briefing with its id and unit, matched to the one of the same unit in the previous revision. */
export interface IdentifiedBriefing {
  readonly input: BriefingInput;
  readonly id: Uuid;
  readonly unit: UnitBriefing['unit'];
  readonly previous: UnitBriefing | null;
}

/** Gives every briefing its id: the given one, that of the same unit in the previous revision, or a new one. */
export function identifyBriefings(
  meeting: MeetingInput,
  previous: readonly UnitBriefing[],
  newId: () => Uuid,
): readonly IdentifiedBriefing[] {
  const wanted = meeting.briefings.map((input) => ({
    input,
    unit: { id: input.unit.id ?? unitIdOf(meeting.municipality, input.unit.name), name: input.unit.name },
  }));
  const matches = matchInTurn(wanted, previous, [
    ({ input }, old) => input.id === old.id,
    ({ input, unit }, old) => input.id === null && unit.id === old.unit.id,
  ]);
  return wanted.map((each) => {
    const match = matches.get(each) ?? null;
    return { ...each, id: each.input.id ?? match?.id ?? newId(), previous: match };
  });
}

/** The briefing as the manifest has it. */
export function unitBriefing(
  { input, id, unit, previous }: IdentifiedBriefing,
  documents: readonly PackDocument[],
  newId: () => Uuid,
): UnitBriefing {
  return {
    id,
    unit,
    presenter: input.presenter,
    series: input.series,
    period: input.period,
    start: input.start,
    minutes: input.minutes,
    sections: sections(input, previous, newId),
    keyFigures: keyFigures(input, unit.id),
    commitments: commitments(input, unit.id, previous),
    documents,
    sealed: null,
    extensions: input.extensions,
  };
}

function sections(
  input: BriefingInput,
  previous: UnitBriefing | null,
  newId: () => Uuid,
): UnitBriefing['sections'] {
  const matches = matchInTurn(input.sections, previous?.sections ?? [], [
    (section, old) => section.id === old.id,
    (section, old) =>
      section.id === null && section.sectionKind === old.sectionKind && section.title === old.title,
    (section, old) => section.id === null && section.sectionKind === old.sectionKind,
  ]);
  return input.sections.map((section) => {
    const match = matches.get(section);
    const oldPoints = match?.points ?? [];
    const points = matchInTurn(section.points, oldPoints, [
      (point, old) => point.id === old.id,
      (point, old) => point.id === null && point.text === old.text,
      // A reworded point keeps its place, and with it the notes people made on it.
      (point, old) => point.id === null && section.points.indexOf(point) === oldPoints.indexOf(old),
    ]);
    return {
      ...section,
      id: section.id ?? match?.id ?? newId(),
      points: section.points.map((point) => ({ ...point, id: point.id ?? points.get(point)?.id ?? newId() })),
    };
  });
}

/** Figures are followed from pack to pack, so their ids come from unit and name alone. */
function keyFigures(input: BriefingInput, unitId: Uuid): UnitBriefing['keyFigures'] {
  const idOf = numberedIds(unitId, 'keyFigure');
  return input.keyFigures.map((figure) => ({ ...figure, id: figure.id ?? idOf(figure.name) }));
}

function commitments(
  input: BriefingInput,
  unitId: Uuid,
  previous: UnitBriefing | null,
): UnitBriefing['commitments'] {
  const idOf = numberedIds(unitId, 'commitment');
  const matches = matchInTurn(input.commitments, previous?.commitments ?? [], [
    (commitment, old) => commitment.id === old.id,
    (commitment, old) => commitment.id === null && commitment.what === old.what,
  ]);
  return input.commitments.map((commitment) => ({
    ...commitment,
    id: commitment.id ?? matches.get(commitment)?.id ?? idOf(commitment.what),
  }));
}

/** Ids from names, where the second of the same name gets an id of its own. */
function numberedIds(ownerId: Uuid, kind: string): (name: string) => Uuid {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? idWithin(ownerId, kind, name) : idWithin(ownerId, kind, name, String(count));
  };
}

/** The body as the manifest has it; members get their ids from the body's and their name. */
export function meetingBody(meeting: MeetingInput, bodyId: Uuid): Body {
  const { name, roster } = meeting.body;
  if (roster === null) return { id: bodyId, name, roster: null };
  const idOf = numberedIds(bodyId, 'person');
  const members = roster.members.map((member) => ({ ...member, id: member.id ?? idOf(member.name) }));
  return { id: bodyId, name, roster: { members, callIn: roster.callIn, source: roster.source } };
}
