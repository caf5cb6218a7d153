import * as v from 'valibot';

/*
 * Version 1 of `library.json`, frozen: a later shape gets a folder of its own and one step from this one. Everything is
 * spelled out here, so that a change to a type elsewhere cannot change what old files mean.
 */
const uuid = v.pipe(v.string(), v.uuid());
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const revisionNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const time = v.pipe(v.number(), v.finite());
const width = v.pipe(v.number(), v.minValue(180), v.maxValue(900));
const pageRange = v.strictObject({ from: revisionNumber, to: revisionNumber });

const settings = v.strictObject({
  language: v.nullable(v.picklist(['sv', 'en'])),
  theme: v.picklist(['system', 'light', 'dark']),
  layout: v.strictObject({
    agendaWidth: width,
    notesWidth: width,
    agendaShown: v.boolean(),
    notesShown: v.boolean(),
    pageMode: v.optional(v.picklist(['continuous', 'single', 'facing'])),
    firstPageAlone: v.optional(v.boolean()),
    firstSideShare: v.optional(v.pipe(v.number(), v.minValue(0.2), v.maxValue(0.8))),
  }),
  // Came later than the first profiles.
  textView: v.optional(
    v.strictObject({
      isShown: v.boolean(),
      letterSize: v.pipe(v.number(), v.minValue(10), v.maxValue(80)),
      lineLength: v.picklist(['short', 'medium', 'long', 'full']),
      spacing: v.picklist(['tight', 'normal', 'wide']),
      typeface: v.picklist(['sans', 'serif']),
    }),
  ),
  comfort: v.optional(
    v.strictObject({
      pageColours: v.picklist(['paper', 'sepia', 'dark', 'contrast']),
      recoloursScans: v.boolean(),
      isRulerShown: v.boolean(),
      rulerHeight: v.pipe(v.number(), v.minValue(20), v.maxValue(240)),
      speechRate: v.pipe(v.number(), v.minValue(0.5), v.maxValue(3)),
      voices: v.record(v.string(), v.string()),
    }),
  ),
});

const keyRecord = v.strictObject({
  words: v.array(v.string()),
  decision: v.picklist(['none', 'known', 'declined']),
  decidedAt: v.nullable(time),
});

const rootTrust = v.strictObject({
  version: wholeNumber,
  removed: v.record(v.string(), time),
  /** Signers that may issue for some bodies only, and since when that is known. Files of older programs lack it. */
  limited: v.optional(v.record(v.string(), v.strictObject({ bodies: v.array(uuid), since: time }))),
});

const revision = v.strictObject({
  revision: revisionNumber,
  manifest: sha256,
  previous: v.nullable(sha256),
  supplementTo: v.nullable(v.strictObject({ revision: revisionNumber, manifest: sha256 })),
  issued: v.string(),
  issuerKey: v.string(),
  meetingId: uuid,
  bodyId: uuid,
  seenAt: time,
});

const pack = v.strictObject({
  claims: v.record(v.string(), v.array(revision)),
  /** When the person disposed of its documents. Files of older programs lack it. */
  disposed: v.optional(time),
});

const place = v.strictObject({
  itemId: v.nullable(uuid),
  briefingId: v.nullable(uuid),
  documentId: v.nullable(uuid),
});

const meeting = v.strictObject({
  seen: v.nullable(v.strictObject({ packId: uuid, revision: revisionNumber, manifest: sha256 })),
  place: v.nullable(place),
  /** Of two documents beside each other the one that is not active. Files of older programs lack it. */
  beside: v.optional(
    v.nullable(v.strictObject({ place, half: v.picklist(['left', 'right']), isLinked: v.boolean() })),
  ),
  lastOpenedAt: v.nullable(time),
});

const position = v.strictObject({
  page: revisionNumber,
  offset: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  zoom: v.variant('mode', [
    v.strictObject({ mode: v.literal('width') }),
    v.strictObject({ mode: v.literal('page') }),
    v.strictObject({
      mode: v.literal('percent'),
      percent: v.pipe(v.number(), v.minValue(10), v.maxValue(1000)),
    }),
  ]),
  quarterTurns: v.optional(v.picklist([0, 1, 2, 3])),
});

const documentRecord = v.strictObject({
  position: v.nullable(position),
  read: v.nullable(
    v.strictObject({
      state: v.picklist(['unread', 'started', 'read']),
      sha256,
      pages: v.nullable(pageRange),
    }),
  ),
  /** The content that was read before the one of `read`: a change of it is news although the new one was looked at. */
  readBefore: v.optional(v.strictObject({ sha256, pages: v.nullable(pageRange) })),
  /** Pages that were in view, as ranges; they hold for this content only. */
  seen: v.optional(
    v.strictObject({
      sha256,
      pages: v.nullable(pageRange),
      ranges: v.array(v.strictTuple([revisionNumber, revisionNumber])),
    }),
  ),
  /** Contents that were found to say the same, word for word: only their layout differs. */
  sameText: v.optional(v.array(v.strictObject({ sha256, pages: v.nullable(pageRange) }))),
});

const detail = v.record(v.string(), v.union([v.string(), v.number()]));

const notice = v.strictObject({
  id: v.string(),
  kind: v.picklist(['refused', 'setAside', 'imported']),
  severity: v.picklist(['alarm', 'problem', 'info']),
  at: time,
  meetingId: v.nullable(uuid),
  meetingTitle: v.nullable(v.string()),
  file: v.nullable(v.string()),
  detail,
  error: v.nullable(
    v.strictObject({ code: v.string(), file: v.exactOptional(v.string()), detail: v.exactOptional(detail) }),
  ),
});

/** The content of `library.json`, version 1. */
export const libraryDataV1Schema = v.strictObject({
  version: v.literal(1),
  settings,
  /** By minisign public key line. A key is known when the person confirmed its words. */
  keys: v.record(v.string(), keyRecord),
  /** By root key: the highest `trust.json` seen, and the signers it removed (milliseconds since 1970). */
  trust: v.record(v.string(), rootTrust),
  /** By old root key: the root that took its place, and when the person confirmed it. Files of older programs lack it. */
  successions: v.optional(v.record(v.string(), v.strictObject({ to: v.string(), at: time }))),
  /** By pack id; in each, by the key or root that vouches, every revision ever taken in. */
  packs: v.record(uuid, pack),
  meetings: v.record(uuid, meeting),
  /** Reading positions and read states by document id; they outlive revisions because ids do. */
  documents: v.record(uuid, documentRecord),
  watchedFolders: v.array(
    v.strictObject({ id: uuid, path: v.string(), addedAt: time, lastSeenAt: v.nullable(time) }),
  ),
  /** Only notices that cannot be derived from the rest. */
  notices: v.array(notice),
  /** Ids of derived notices that the person put away. */
  dismissed: v.array(v.string()),
});

export type LibraryDataV1 = v.InferOutput<typeof libraryDataV1Schema>;
