import type { Annotation, NoteClass } from '../annotation/annotation.ts';
import type { ProposalKind, QuestionState, Stance } from '../annotation/noteDetails.ts';
import type { ItemSheet, ProposalPart, SheetNote } from './sheet.ts';
import { itemHeading } from './sheet.ts';
import type { SheetPictures } from './sheetPictures.ts';
import type { TextBlock, TextDocument } from './textDocument.ts';

/** Words of the sheet in its language. */
export interface SheetWords {
  readonly language: string;
  readonly title: string;
  readonly meeting: string;
  readonly proposedDecision: string;
  readonly myStance: string;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly conflict: string;
  readonly conflictEffect: string;
  readonly speech: string;
  readonly questions: string;
  readonly questionStates: Readonly<Record<QuestionState, string>>;
  readonly proposals: string;
  readonly proposalKinds: Readonly<Record<ProposalKind, string>>;
  readonly parts: Readonly<Record<ProposalPart, string>>;
  readonly missing: string;
  readonly reservation: string;
  readonly notes: string;
  readonly tasks: string;
  readonly registryNumber: string;
  readonly presenter: string;
  readonly minutes: (n: number) => string;
  readonly page: (page: number, packPage: number | null) => string;
  readonly nothing: string;
  /** "Taggar: Budget, Skola". */
  readonly tags: (names: string) => string;
}

export interface SheetChoice {
  /** Notes of these classes come along. */
  readonly classes: ReadonlySet<NoteClass>;
  /** A conflict of interest is the person's own affair: left out of what others may see. */
  readonly withConflict: boolean;
  /** What was drawn and areas as pictures, by note. */
  readonly pictures?: SheetPictures;
}

/** Sheets as one document: an item a section, in the order given; what the person has not written has no heading. */
export function sheetDocument(
  sheets: readonly ItemSheet[],
  words: SheetWords,
  choice: SheetChoice,
): TextDocument {
  const blocks: TextBlock[] = [
    { block: 'heading', level: 1, text: words.title },
    { block: 'paragraph', text: words.meeting, isQuiet: true },
    ...sheets.flatMap((sheet) => itemBlocks(sheet, words, choice)),
  ];
  return { title: words.title, language: words.language, blocks };
}

function itemBlocks(sheet: ItemSheet, words: SheetWords, choice: SheetChoice): readonly TextBlock[] {
  const { item } = sheet;
  const isOut = ({ note }: Pick<SheetNote, 'note'>): boolean => choice.classes.has(note.noteClass);
  const facts = [
    item.registryNumber === null ? '' : `${words.registryNumber} ${item.registryNumber}`,
    item.presenter === null ? '' : `${words.presenter}: ${item.presenter}`,
  ].filter((fact) => fact !== '');
  const blocks: TextBlock[] = [
    { block: 'heading', level: 2, text: itemHeading(item) },
    ...(facts.length === 0 ? [] : [quiet(facts.join(' · '))]),
    ...section(words.proposedDecision, item.proposedDecision.length > 0, [
      { block: 'list', ordered: true, items: item.proposedDecision },
    ]),
    ...conflictBlocks(sheet, words, choice),
    ...stanceBlocks(sheet, words, choice),
    ...section(
      `${words.speech}${sheet.speechMinutes === 0 ? '' : ` (${words.minutes(sheet.speechMinutes)})`}`,
      sheet.speech.some(isOut),
      sheet.speech.filter(isOut).flatMap((note) => noteBlocks(note, words, choice.pictures)),
    ),
    ...questionBlocks(sheet, words, isOut),
    ...proposalBlocks(sheet, words, choice),
    ...noteSection(words.reservation, sheet.reservation === null ? [] : [sheet.reservation], choice),
    ...section(
      words.notes,
      sheet.notes.some(isOut),
      sheet.notes.filter(isOut).flatMap((note) => noteBlocks(note, words, choice.pictures)),
    ),
    ...taskBlocks(sheet, words, choice),
  ];
  return blocks.length > 1 ? blocks : [...blocks, quiet(words.nothing)];
}

const quiet = (text: string): TextBlock => ({ block: 'paragraph', text, isQuiet: true });

const section = (heading: string, isThere: boolean, blocks: readonly TextBlock[]): readonly TextBlock[] =>
  isThere ? [{ block: 'heading', level: 3, text: heading }, ...blocks] : [];

function noteBlocks(note: SheetNote, words: SheetWords, pictures: SheetPictures = {}): readonly TextBlock[] {
  const clip = pictures[note.note.id];
  const picture: readonly TextBlock[] = clip === undefined ? [] : [{ block: 'picture', ...clip }];
  const place = [note.document ?? '', note.page === null ? '' : words.page(note.page, note.packPage)]
    .filter((part) => part !== '')
    .join(', ');
  const quote: readonly TextBlock[] =
    note.quote === '' ? [] : [{ block: 'quote', text: note.quote, source: place }];
  const own: readonly TextBlock[] =
    note.note.text === '' ? [] : [{ block: 'paragraph', text: note.note.text }];
  const onlyPlace = quote.length === 0 && place !== '' ? [quiet(place)] : [];
  const tags = tagsOf(note.note, words);
  return [...picture, ...quote, ...own, ...onlyPlace, ...(tags === '' ? [] : [quiet(tags)])];
}

const tagsOf = ({ tags = [] }: Pick<Annotation, 'tags'>, words: SheetWords): string =>
  tags.length === 0 ? '' : words.tags(tags.map(({ name }) => name).join(', '));

/** A line of a list, its tags below. */
const tagged = (line: string, note: Pick<Annotation, 'tags'>, words: SheetWords): string =>
  [line, tagsOf(note, words)].filter((part) => part !== '').join('\n');

function noteSection(
  heading: string,
  notes: readonly { readonly text: string; readonly noteClass: NoteClass; readonly reason?: string }[],
  { classes }: SheetChoice,
): readonly TextBlock[] {
  const shown = notes.filter(({ noteClass }) => classes.has(noteClass));
  return section(
    heading,
    shown.length > 0,
    shown.flatMap(({ text, reason = '' }) => [
      { block: 'paragraph', text } as const,
      ...(reason === '' ? [] : [{ block: 'paragraph', text: reason } as const]),
    ]),
  );
}

function conflictBlocks(
  { conflict }: ItemSheet,
  words: SheetWords,
  choice: SheetChoice,
): readonly TextBlock[] {
  const isShown = choice.withConflict && conflict !== null;
  return section(words.conflict, isShown, [
    { block: 'paragraph', text: words.conflictEffect },
    ...(conflict === null || conflict.text === ''
      ? []
      : [{ block: 'paragraph', text: conflict.text } as const]),
  ]);
}

function stanceBlocks(
  { stance, stanceNote }: ItemSheet,
  words: SheetWords,
  { classes }: SheetChoice,
): readonly TextBlock[] {
  const isShown = stance !== null && stanceNote !== null && classes.has(stanceNote.noteClass);
  const text = stanceNote?.text ?? '';
  return section(words.myStance, isShown, [
    { block: 'paragraph', text: stance === null ? '' : words.stances[stance] },
    ...(text === '' ? [] : [{ block: 'paragraph', text } as const]),
  ]);
}

function questionBlocks(
  { questions }: ItemSheet,
  words: SheetWords,
  isOut: (note: SheetNote) => boolean,
): readonly TextBlock[] {
  const shown = questions.filter(isOut);
  const lines = shown.map((question) => {
    const to = question.addressee === null || question.addressee === '' ? '' : ` → ${question.addressee}`;
    const state = question.state === 'open' ? '' : ` (${words.questionStates[question.state]})`;
    const text = question.note.text === '' ? question.quote : question.note.text;
    return tagged(`${text}${to}${state}`, question.note, words);
  });
  return section(words.questions, lines.length > 0, [{ block: 'list', ordered: false, items: lines }]);
}

function proposalBlocks(
  { proposals }: ItemSheet,
  words: SheetWords,
  { classes }: SheetChoice,
): readonly TextBlock[] {
  const shown = proposals.filter(({ note }) => classes.has(note.noteClass));
  const lines = shown.map((proposal) => {
    const kind = proposal.kind === null ? '' : `${words.proposalKinds[proposal.kind]}: `;
    const to =
      proposal.addressee === null || proposal.addressee === ''
        ? ''
        : `\n${words.parts.addressee}: ${proposal.addressee}`;
    const reason = proposal.reason === '' ? '' : `\n${words.parts.reason}: ${proposal.reason}`;
    const missing =
      proposal.missing.length === 0
        ? ''
        : `\n${words.missing} ${proposal.missing.map((part) => words.parts[part].toLowerCase()).join(', ')}`;
    return tagged(`${kind}${proposal.text}${to}${reason}${missing}`, proposal.note, words);
  });
  return section(words.proposals, lines.length > 0, [{ block: 'list', ordered: true, items: lines }]);
}

function taskBlocks({ tasks }: ItemSheet, words: SheetWords, { classes }: SheetChoice): readonly TextBlock[] {
  const shown = tasks.filter(({ noteClass }) => classes.has(noteClass));
  const lines = shown.map((task) =>
    tagged(
      `${task.done === true ? '☑' : '☐'} ${task.text}${task.due == null ? '' : ` (${task.due})`}`,
      task,
      words,
    ),
  );
  return section(words.tasks, lines.length > 0, [{ block: 'list', ordered: false, items: lines }]);
}
