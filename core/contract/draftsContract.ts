import * as v from 'valibot';
import type { ImportProposal } from '../agendaImport/proposal.ts';
import { importProposalSchema } from '../agendaImport/proposal.ts';
import { draftBodySchema } from '../draft/draft.ts';
import type { DraftDifference } from '../draft/draftDifference.ts';
import { draftEditSchema } from '../draft/draftEdit.ts';
import type { DraftBodyEntry, DraftProgress, DraftSummary, DraftView } from '../draft/draftViews.ts';
import { bodySettingsSchema, draftStartSchema } from '../draft/draftViews.ts';
import type { IssuePlan, IssuedPack, IssueProgress, PublicationPlace } from '../issuing/issuing.ts';
import { issueOrderSchema } from '../issuing/issuing.ts';
import { request, event, nothing, uuid, shortText, path, filePaths, pastedText } from './contractEntry.ts';

/** The secretary's drafts, and the bodies they are for. */
export const draftsContract = {
  list: request<readonly DraftSummary[]>()(nothing),
  create: request<DraftView>()(v.object({ start: draftStartSchema })),
  open: request<DraftView>()(v.object({ draftId: uuid })),
  /** Does one edit; it is on disk when this answers. Fails with `draftUnknown` or `draftEdit`. */
  edit: request<DraftView>()(v.object({ draftId: uuid, edit: draftEditSchema })),
  undo: request<DraftView>()(v.object({ draftId: uuid })),
  redo: request<DraftView>()(v.object({ draftId: uuid })),
  remove: request<void>()(v.object({ draftId: uuid })),
  /** As readers of the last revision will be told of it; null when there is none to compare with. */
  difference: request<DraftDifference | null>()(v.object({ draftId: uuid })),
  /** Asks for files (a folder when `what` says so); null when the person chose nothing. */
  choose: request<readonly string[] | null>()(v.object({ what: v.picklist(['files', 'folder', 'agenda']) })),
  /** Takes files into one item; Word and ODF files become PDFs on the way. Progress by `drafts.progress`. */
  addFiles: request<DraftView>()(
    v.object({ job: uuid, draftId: uuid, itemId: uuid, at: v.number(), paths: filePaths }),
  ),
  /** Gives a document new content; it keeps its id. */
  replaceFile: request<DraftView>()(v.object({ job: uuid, draftId: uuid, documentId: uuid, path })),
  /** Looks at files, folders, a ZIP, one merged PDF or an agenda as text, table or CSV, and proposes items. */
  proposeImport: request<ImportProposal>()(
    v.object({ job: uuid, draftId: uuid, paths: filePaths, pastedAgenda: v.nullable(pastedText) }),
  ),
  /** Takes a proposal, as the secretary corrected it, into the draft. Files of a proposal not taken are removed. */
  acceptImport: request<DraftView>()(
    v.object({ job: uuid, draftId: uuid, proposal: v.nullable(importProposalSchema) }),
  ),
  cancelJob: request<void>()(v.object({ job: uuid })),
  /** The bodies that this office makes packs for. */
  bodies: request<readonly DraftBodyEntry[]>()(nothing),
  saveBody: request<readonly DraftBodyEntry[]>()(
    v.object({ body: draftBodySchema, settings: bodySettingsSchema }),
  ),
  removeBody: request<readonly DraftBodyEntry[]>()(v.object({ bodyId: uuid })),
  /** Keeps the agenda without documents as a template of its body. */
  saveTemplate: request<readonly DraftBodyEntry[]>()(v.object({ draftId: uuid, name: shortText })),
  removeTemplate: request<readonly DraftBodyEntry[]>()(v.object({ bodyId: uuid, templateId: uuid })),
  changed: event<DraftView>(),
  listChanged: event<readonly DraftSummary[]>(),
  progress: event<DraftProgress>(),
} as const;

/** From a draft to a signed pack at its places. */
export const issuingContract = {
  /** What issuing this draft now would come to. */
  plan: request<IssuePlan>()(v.object({ draftId: uuid })),
  /**
   * Signs, writes, checks and publishes a pack, and takes it into the library. Null when the person chose no file.
   * Fails with `draftNotReady`, what is wrong with the key, `diskFull`, `diskDenied` or `cancelled`; nothing is
   * published then.
   */
  issue: request<IssuedPack | null>()(v.object({ job: uuid, order: issueOrderSchema })),
  cancel: request<void>()(v.object({ job: uuid })),
  /** Packs issued for a meeting, the newest first. */
  issued: request<readonly IssuedPack[]>()(v.object({ meetingId: uuid })),
  /** Puts an issued pack into a publication place (again), or where the person says (null). */
  publish: request<IssuedPack | null>()(v.object({ job: uuid, issueId: uuid, placeId: v.nullable(uuid) })),
  /** Asks for a folder; null when nothing was chosen. */
  addPlace: request<readonly PublicationPlace[] | null>()(nothing),
  removePlace: request<readonly PublicationPlace[]>()(v.object({ placeId: uuid })),
  reveal: request<void>()(v.object({ issueId: uuid })),
  /** Begins a message with the pack attached where the system allows it; else shows the file. */
  mail: request<'opened' | 'revealed'>()(v.object({ issueId: uuid })),
  /** Summons with agenda as a tagged PDF; null when the person chose no file. */
  saveSummons: request<{ file: string } | null>()(v.object({ issueId: uuid })),
  /** A folder with a page and documents for the web, without sealed items and personal data. */
  saveOpenVersion: request<{
    folder: string;
    documents: number;
    personalData: number;
    sealedItems: number;
  } | null>()(v.object({ issueId: uuid })),
  progress: event<IssueProgress>(),
} as const;
