import type { MeetingPeopleView, MeetingPersonRow } from '../../core/exchange/peopleViews.ts';
import { deliveryStanding } from '../../core/exchange/deliveries.ts';
import type { Instant, Manifest, RosterMember, Uuid } from '../../core/pack/manifest.ts';
import { placedItems } from '../../core/pack/manifestWalk.ts';
import type { ShownPack } from '../library/shownPack.ts';
import type { SealingRecords } from '../sealing/sealingMemory.ts';
import type { PeopleData, ReceiptRecord } from './peopleStore.ts';
import { cardOfMember, cardState } from './peopleStore.ts';

/** Per member of the body: has card, was handed what, has opened which revision, may see which sealed items. */
export async function meetingPeople(
  shown: ShownPack,
  data: PeopleData,
  sealings: Pick<SealingRecords, 'record'>,
  manifests: readonly Manifest[],
  now: number,
): Promise<MeetingPeopleView> {
  const { manifest, packId } = shown;
  const sealedItems = sealedFaces(manifest);
  const revisions = revisionsOf([manifest, ...manifests]);
  const entitled = new Map<Uuid, ReadonlySet<string>>();
  for (const { id } of sealedItems) {
    const record = await sealings.record(packId, id);
    entitled.set(id, new Set(record.ok ? (record.value?.recipients ?? []) : []));
  }
  const rowOf = ({ id, name, party, role }: RosterMember): MeetingPersonRow => {
    const card = cardOfMember(data, id);
    const receipts = data.receipts.filter(
      (each) => each.pack === packId && each.person === card?.card.person,
    );
    const opened = newestOpened(receipts);
    const hasLetter = (item: Uuid): boolean =>
      data.letters.some(
        (each) => each.pack === packId && each.item === item && each.person === card?.card.person,
      );
    const maySee = sealedItems.filter(
      (item) =>
        (card !== null && entitled.get(item.id)?.has(card.card.recipient) === true) || hasLetter(item.id),
    );
    const own = revisions.map(({ revision }) => ({
      revision,
      sent: sentTo(data, packId, id, revision),
      opened: receipts.find((each) => each.revision === revision)?.opened ?? null,
    }));
    return {
      member: id,
      name,
      party,
      role,
      card: cardState(data, id),
      revisions: own,
      standing: deliveryStanding(own, manifest.meeting.start, now),
      openedRevision: opened?.revision ?? null,
      opened: opened?.opened ?? null,
      disposed: receipts.find(({ disposed }) => disposed !== null)?.disposed ?? null,
      maySee: maySee.map((item) => item.id),
    };
  };
  return {
    meetingId: manifest.meeting.id,
    title: manifest.meeting.title,
    start: manifest.meeting.start,
    revision: manifest.pack.revision,
    revisions,
    sealedItems,
    rows: (manifest.meeting.body.roster?.members ?? []).map(rowOf),
  };
}

const sentTo = (data: PeopleData, pack: Uuid, member: Uuid, revision: number): Instant | null =>
  data.deliveries?.find((each) => each.pack === pack && each.member === member && each.revision === revision)
    ?.sent ?? null;

function revisionsOf(manifests: readonly Manifest[]): MeetingPeopleView['revisions'] {
  const issued = new Map(manifests.map(({ pack }) => [pack.revision, pack.issued]));
  return [...issued]
    .map(([revision, at]) => ({ revision, issued: at }))
    .toSorted((a, b) => a.revision - b.revision);
}

const newestOpened = (receipts: readonly ReceiptRecord[]): ReceiptRecord | null =>
  receipts
    .filter(({ opened }) => opened !== null)
    .toSorted((a, b) => b.revision - a.revision)
    .at(0) ?? null;

/** Sealed items, then sealed briefings, as everyone sees them. */
const sealedFaces = (manifest: Manifest): MeetingPeopleView['sealedItems'] => [
  ...placedItems(manifest).flatMap(({ item: { id, number, title, sealed } }) =>
    sealed === null ? [] : [{ id, number, title }],
  ),
  ...manifest.briefings.flatMap(({ id, unit, sealed }) =>
    sealed === null ? [] : [{ id, number: null, title: unit.name }],
  ),
];
