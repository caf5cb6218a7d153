import * as v from 'valibot';
import { documentKinds, itemKinds } from '../pack/manifest.ts';
import {
  choice,
  closed,
  listOf,
  orNull,
  sha256,
  text,
  truth,
  uuid,
  wholeNumber,
} from '../pack/manifestValues.ts';
import { draftFileSchema, pageRangeSchema } from '../draft/draft.ts';

/** What was recognised: where a document belongs and why, so that the secretary can judge it at a glance. */
export const proposedDocumentSchema = closed({
  id: uuid,
  title: text,
  documentKind: choice(documentKinds),
  file: sha256,
  pages: orNull(pageRangeSchema),
  /** 0–1: how certain the place is. Below 0.6 it is shown as "check". */
  certainty: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** What told it. */
  because: choice([
    'folder',
    'numberInName',
    'titleInName',
    'outline',
    'agendaTable',
    'heading',
    'text',
    'order',
    'person',
  ]),
});
export type ProposedDocument = v.InferOutput<typeof proposedDocumentSchema>;

export const proposedItemSchema = closed({
  id: uuid,
  /** As found: `7`, `§ 7`, `7.1`. */
  number: orNull(text),
  title: text,
  itemKind: choice(itemKinds),
  registryNumber: orNull(text),
  presenter: orNull(text),
  minutes: orNull(wholeNumber(0)),
  proposedDecision: listOf(text),
  documents: listOf(proposedDocumentSchema),
  /** Level below another item: 0 for items of their own, 1 for 7.1. */
  level: wholeNumber(0),
});
export type ProposedItem = v.InferOutput<typeof proposedItemSchema>;

/** What an import would make of the files it was given. Nothing is in the draft until it is accepted. */
export const importProposalSchema = closed({
  items: listOf(proposedItemSchema),
  /** Documents that found no item. */
  unplaced: listOf(proposedDocumentSchema),
  files: listOf(draftFileSchema),
  /** Files left out, and why. */
  leftOut: listOf(
    closed({
      name: text,
      why: choice(['hidden', 'unreadable', 'unknownKind', 'twice', 'tooLarge', 'unsafeName']),
    }),
  ),
  /** What the meeting itself said in the summons, where it could be read. */
  meeting: closed({ title: orNull(text), bodyName: orNull(text), start: orNull(text), place: orNull(text) }),
  /** Word and ODF files were converted by the built-in converter: may look different. */
  convertedPlainly: truth,
});
export type ImportProposal = v.InferOutput<typeof importProposalSchema>;
