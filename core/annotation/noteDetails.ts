import * as v from 'valibot';

export const tagColours = ['yellow', 'green', 'blue', 'pink', 'grey', 'orange', 'violet'] as const;
export type TagColour = (typeof tagColours)[number];

/** What a person gathers notes under. The same name is the same tag, whatever its capitals. */
export interface NoteTag {
  readonly name: string;
  readonly colour: TagColour;
}

/** Where the person stands on an item; the formal words are in the catalogues (avslag, återremiss, bordläggning …). */
export const stances = ['support', 'reject', 'referBack', 'table', 'ownProposal', 'undecided'] as const;
export type Stance = (typeof stances)[number];

/** Kinds of proposals (yrkanden): approval, rejection, another wording, an addition, referral back, tabling. */
export const proposalKinds = [
  'approval',
  'rejection',
  'amendment',
  'addition',
  'referBack',
  'table',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const questionStates = ['open', 'asked', 'answered'] as const;
export type QuestionState = (typeof questionStates)[number];

/** Colours of what is drawn and written on a page. Yellow is the marker: it lets through what is under it. */
export const inkColours = ['black', 'red', 'blue', 'green', 'yellow'] as const;
export type InkColour = (typeof inkColours)[number];

/** One line drawn with pen or mouse: x and y in turn, PDF user space; width in the same units. */
export interface InkStroke {
  readonly points: readonly number[];
  readonly width: number;
  readonly colour: InkColour;
  /** How hard the pen was pressed at each point, 0 to 1; left out when the device did not say. */
  readonly pressures?: readonly number[];
}

/** How words written on a page look: the height of letters in points, and their colour. */
export interface TextLook {
  readonly size: number;
  readonly colour: InkColour;
}

/** What an annotation of a PDF was before it became a note. */
export const originKinds = [
  'comment',
  'highlight',
  'underline',
  'strikeOut',
  'insertion',
  'freeText',
  'ink',
  'area',
] as const;

/** Somebody else's annotation of a PDF, of which the person made a note of their own. */
export interface NoteOrigin {
  /** As the file said; '' when it did not. */
  readonly author: string;
  readonly kind: (typeof originKinds)[number];
}

/** Most strokes, and most numbers in the points of one. */
export const mostStrokes = 2_000;
export const mostNumbersInStroke = 20_000;

const finite = v.pipe(v.number(), v.finite());
const shortText = v.pipe(v.string(), v.maxLength(200));

/** What every stroke says: the numbers of its points (x, y in turns) and its width in units of PDF user space, its colour. */
export const strokeEntries = {
  points: v.pipe(v.array(finite), v.maxLength(mostNumbersInStroke)),
  width: v.pipe(finite, v.minValue(0.1), v.maxValue(100)),
  colour: v.picklist(inkColours),
} as const;

/**
 * What notes may say beside their text, each a field of its own in the log. All are optional: a note that an older
 * Beredd wrote has none.
 */
export const noteDetailSchemas = {
  tags: v.pipe(
    v.array(v.object({ name: v.pipe(shortText, v.minLength(1)), colour: v.picklist(tagColours) })),
    v.maxLength(30),
  ),
  /** The day a task is due, `YYYY-MM-DD`. */
  due: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** The task is done. */
  done: v.boolean(),
  stance: v.nullable(v.picklist(stances)),
  /** To whom a question goes. */
  addressee: v.nullable(shortText),
  questionState: v.picklist(questionStates),
  proposalKind: v.nullable(v.picklist(proposalKinds)),
  /** Why, for a proposal or a reservation. */
  reason: v.pipe(v.string(), v.maxLength(20_000)),
  /** Where it stands in the preparation sheet, when the person moved it. */
  order: v.nullable(finite),
  strokes: v.pipe(
    v.array(
      v.object({
        ...strokeEntries,
        pressures: v.exactOptional(
          v.pipe(v.array(v.pipe(finite, v.minValue(0), v.maxValue(1))), v.maxLength(mostNumbersInStroke / 2)),
        ),
      }),
    ),
    v.maxLength(mostStrokes),
  ),
  /** Of words written on a page. */
  textLook: v.nullable(
    v.object({ size: v.pipe(finite, v.minValue(4), v.maxValue(144)), colour: v.picklist(inkColours) }),
  ),
  /** Of what was taken in from a PDF of others. */
  origin: v.nullable(v.object({ author: shortText, kind: v.picklist(originKinds) })),
} as const;

export type NoteDetailField = keyof typeof noteDetailSchemas;

export const noteDetailFields: readonly NoteDetailField[] = [
  'tags',
  'due',
  'done',
  'stance',
  'addressee',
  'questionState',
  'proposalKind',
  'reason',
  'order',
  'strokes',
  'textLook',
  'origin',
];

export interface NoteDetails {
  readonly tags?: readonly NoteTag[];
  readonly due?: string | null;
  readonly done?: boolean;
  readonly stance?: Stance | null;
  readonly addressee?: string | null;
  readonly questionState?: QuestionState;
  readonly proposalKind?: ProposalKind | null;
  readonly reason?: string;
  readonly order?: number | null;
  readonly strokes?: readonly InkStroke[];
  readonly textLook?: TextLook | null;
  readonly origin?: NoteOrigin | null;
}

/** What a field that was never set stands for: undoing the first change of it sets this. */
export const unsetDetails: Required<NoteDetails> = {
  tags: [],
  due: null,
  done: false,
  stance: null,
  addressee: null,
  questionState: 'open',
  proposalKind: null,
  reason: '',
  order: null,
  strokes: [],
  textLook: null,
  origin: null,
};

/** The details in a draft or a patch: only those named. */
export const noteDetailEntries = {
  tags: v.exactOptional(noteDetailSchemas.tags),
  due: v.exactOptional(noteDetailSchemas.due),
  done: v.exactOptional(noteDetailSchemas.done),
  stance: v.exactOptional(noteDetailSchemas.stance),
  addressee: v.exactOptional(noteDetailSchemas.addressee),
  questionState: v.exactOptional(noteDetailSchemas.questionState),
  proposalKind: v.exactOptional(noteDetailSchemas.proposalKind),
  reason: v.exactOptional(noteDetailSchemas.reason),
  order: v.exactOptional(noteDetailSchemas.order),
  strokes: v.exactOptional(noteDetailSchemas.strokes),
  textLook: v.exactOptional(noteDetailSchemas.textLook),
  origin: v.exactOptional(noteDetailSchemas.origin),
};

/** The details that a note, draft or patch names, and nothing else of it. */
export function detailsOf(from: NoteDetails): NoteDetails {
  return Object.fromEntries(
    noteDetailFields.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])),
  );
}
