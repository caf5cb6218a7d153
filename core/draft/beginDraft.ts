import type { Manifest, Uuid } from '../pack/manifest.ts';
import type { Draft, DraftItem, DraftMeeting, Numbering } from './draft.ts';
import type { BodySettings, DraftBodyEntry, DraftTemplate } from './draftViews.ts';
import { countAfterAll, numberingOf, renumbered } from './numbering.ts';
import { itemFromAgenda } from './draftFromManifest.ts';
import { writableBody } from './writableBody.ts';

/** Ids and the time of day are given by whoever begins a draft. */
export interface Beginning {
  readonly newId: () => Uuid;
  /** Milliseconds since 1970. */
  readonly now: number;
}

interface Frame {
  readonly meeting: DraftMeeting;
  readonly issuer: Draft['issuer'];
  readonly numbering: Numbering;
  readonly items: readonly DraftItem[];
}

function draftOf({ newId, now }: Beginning, { meeting, issuer, numbering, items }: Frame): Draft {
  return {
    id: newId(),
    created: now,
    changed: now,
    packId: newId(),
    issuer,
    meeting,
    numbering,
    items: renumbered(items, numbering),
    briefings: [],
    files: [],
    base: null,
    note: '',
    returnBy: null,
    eraseAfter: null,
    acceptedWarnings: [],
  };
}

const plainNumbers: Numbering = { style: 'number', first: 1 };

/** A draft without items. Without a body it has one without a name, with an id of its own. */
export function emptyDraft(
  beginning: Beginning,
  kind: DraftMeeting['kind'],
  entry: DraftBodyEntry | null,
): Draft {
  const settings = entry?.settings ?? null;
  return draftOf(beginning, {
    meeting: newMeeting(beginning, entry, kind),
    issuer: issuerOf(settings),
    numbering: settings?.numbering ?? plainNumbers,
    items: [],
  });
}

const issuerOf = (settings: BodySettings | null): Draft['issuer'] => ({
  municipality: settings?.municipality ?? '',
  office: settings?.office ?? '',
});

function newMeeting(
  { newId }: Beginning,
  entry: DraftBodyEntry | null,
  kind: DraftMeeting['kind'],
): DraftMeeting {
  return {
    id: newId(),
    kind,
    state: 'scheduled',
    title: entry?.body.name ?? '',
    body: entry?.body ?? { id: newId(), name: '', roster: null },
    start: null,
    end: null,
    place: entry?.settings.place ?? null,
    webcast: null,
    summonsDeadline: null,
    deadlineSource: entry?.settings.summonsSource ?? null,
  };
}

/** A draft with the items of a template; every item has a new id. */
export function draftFromTemplate(
  beginning: Beginning,
  entry: DraftBodyEntry,
  template: DraftTemplate,
): Draft {
  return draftOf(beginning, {
    meeting: newMeeting(beginning, entry, 'meeting'),
    issuer: issuerOf(entry.settings),
    numbering: template.numbering,
    items: template.items.map((item) => withoutContent(item, beginning.newId)),
  });
}

/**
 * The agenda of a draft as a template: items without documents, seals, conflicts and registry numbers. Sealed items are
 * left out, whatever they are called.
 */
export function templateOf(draft: Draft, name: string, newId: () => Uuid): DraftTemplate {
  const items = draft.items.filter(({ seal }) => seal === null).map((item) => withoutContent(item, newId));
  return { id: newId(), name, numbering: { ...draft.numbering, first: 1 }, items };
}

/**
 * The order of business of an issued meeting for the next one: titles, kinds, presenters and planned minutes; proposed
 * decisions only of formalities. Sealed items are left out. Paragraphs run on from where the meeting ended.
 */
export function copyOfMeeting(
  beginning: Beginning,
  manifest: Pick<Manifest, 'agenda' | 'meeting' | 'issuer'>,
  entry: DraftBodyEntry | null,
): Draft {
  const open = manifest.agenda.filter(({ sealed }) => sealed === null);
  const seen = open.map((item) => itemFromAgenda(item, new Map<Uuid, DraftItem>()));
  const style = numberingOf(seen);
  const first = style.style === 'section' ? countAfterAll(seen, style) : 1;
  const { body, kind, title, place, webcast } = manifest.meeting;
  return draftOf(beginning, {
    meeting: {
      ...newMeeting(beginning, entry, kind),
      title,
      body: entry?.body ?? writableBody(body),
      place: entry?.settings.place ?? place,
      webcast,
    },
    issuer: entry === null ? manifest.issuer : issuerOf(entry.settings),
    numbering: { style: style.style, first },
    items: seen.map((item) => withoutContent(item, beginning.newId)),
  });
}

function withoutContent(item: DraftItem, newId: () => Uuid): DraftItem {
  return {
    ...item,
    id: newId(),
    // A number that was written is of that meeting; that an item has none is of its kind.
    numberFixed: item.number === null,
    registryNumber: null,
    proposedDecision: item.itemKind === 'formality' ? item.proposedDecision : [],
    documents: [],
    conflicts: [],
    seal: null,
    extensions: {},
    children: item.children.filter(({ seal }) => seal === null).map((child) => withoutContent(child, newId)),
  };
}
