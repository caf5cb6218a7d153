import type { Result } from '../errors.ts';
import { ok } from '../errors.ts';
import { allDraftItems, changeItems, findDraftItem } from './agendaTree.ts';
import { withCleanTexts } from './cleanText.ts';
import {
  addDocuments,
  cutDocument,
  moveDocuments,
  removeDocuments,
  replaceFile,
  setDocument,
} from './documentEdits.ts';
import type { Draft, DraftMeeting } from './draft.ts';
import type { DraftEdit } from './draftEdit.ts';
import { draftFault } from './draftFault.ts';
import { withFiles, withNeededFiles } from './draftFiles.ts';
import { addItem, joinItems, moveItem, removeItem, setItem, splitItem, takeImport } from './itemEdits.ts';
import { renumbered } from './numbering.ts';
import { patched } from './patched.ts';

/** Edits after which items may stand in other places, or are counted otherwise. */
const renumbering: ReadonlySet<DraftEdit['do']> = new Set([
  'setNumbering',
  'renumber',
  'addItem',
  'setItem',
  'moveItem',
  'removeItem',
  'setItems',
  'moveItems',
  'removeItems',
  'splitItem',
  'joinItems',
  'takeImport',
]);

/**
 * Does one edit. The draft given stays as it is; parts that do not change stay the same objects. Texts are made clean on
 * the way in (see cleanText), items get their numbers by place, files that nothing needs are left out of `files`. Fails
 * with draftEdit (`detail.rule`, see draftEditRules).
 */
export function applyEdit(draft: Draft, edit: DraftEdit): Result<Draft> {
  const edited = editDraft(draft, withCleanTexts(edit));
  if (!edited.ok) return edited;
  const fault = treeFault(edited.value);
  if (fault !== null) return fault;
  const { items, numbering } = edited.value;
  const numbered = renumbering.has(edit.do)
    ? { ...edited.value, items: renumbered(items, numbering) }
    : edited.value;
  return ok(withNeededFiles(numbered));
}

function editDraft(draft: Draft, edit: DraftEdit): Result<Draft> {
  switch (edit.do) {
    case 'setMeeting':
      return ok({ ...draft, meeting: patched<DraftMeeting>(draft.meeting, edit.patch) });
    case 'setBody':
      return ok({ ...draft, meeting: { ...draft.meeting, body: edit.body } });
    case 'setIssuer':
      return ok({ ...draft, issuer: { municipality: edit.municipality, office: edit.office } });
    case 'setNumbering':
      return ok({ ...draft, numbering: edit.numbering });
    case 'renumber':
      return ok(draft);
    case 'addItem':
      return addItem(draft, edit);
    case 'setItem':
      return setItem(draft, edit);
    case 'moveItem':
      return moveItem(draft, edit);
    case 'removeItem':
      return removeItem(draft, edit);
    case 'setItems':
      return inTurn(draft, edit.itemIds, (now, itemId) =>
        setItem(now, { do: 'setItem', itemId, patch: edit.patch }),
      );
    case 'moveItems':
      return inTurn(draft, edit.moves, (now, move) => moveItem(now, { do: 'moveItem', ...move }));
    case 'removeItems':
      return inTurn(draft, edit.itemIds, (now, itemId) => removeItem(now, { do: 'removeItem', itemId }));
    case 'splitItem':
      return splitItem(draft, edit);
    case 'joinItems':
      return joinItems(draft, edit);
    case 'addDocuments':
      return addDocuments(draft, edit);
    case 'setDocument':
      return setDocument(draft, edit);
    case 'replaceFile':
      return replaceFile(draft, edit);
    case 'cutDocument':
      return cutDocument(draft, edit);
    case 'moveDocuments':
      return moveDocuments(draft, edit);
    case 'removeDocuments':
      return removeDocuments(draft, edit);
    case 'setSeal':
      return setSeal(draft, edit);
    case 'setBriefingSeal':
      return setBriefingSeal(draft, edit);
    case 'setPack':
      return ok({ ...draft, note: edit.note, returnBy: edit.returnBy, eraseAfter: edit.eraseAfter });
    case 'acceptWarning':
      return ok(acceptWarning(draft, edit.key, edit.accepted));
    case 'takeImport':
      return takeImport(withImported(draft, edit), edit);
  }
}

/** The files of an import, and what it says of the meeting itself. */
function withImported(
  draft: Draft,
  { files, body, meeting, numbering }: DraftEdit & { do: 'takeImport' },
): Draft {
  const named = body === undefined ? draft.meeting : { ...draft.meeting, body };
  return {
    ...draft,
    files: withFiles(draft.files, files),
    meeting: meeting === undefined ? named : patched<DraftMeeting>(named, meeting),
    ...(numbering === undefined ? {} : { numbering }),
  };
}

/** Does the same with each, or with none when one fails. */
function inTurn<T>(
  draft: Draft,
  each: readonly T[],
  change: (draft: Draft, one: T) => Result<Draft>,
): Result<Draft> {
  let now = draft;
  for (const one of each) {
    const changed = change(now, one);
    if (!changed.ok) return changed;
    now = changed.value;
  }
  return ok(now);
}

function setSeal(draft: Draft, { itemId, seal }: DraftEdit & { do: 'setSeal' }): Result<Draft> {
  if (findDraftItem(draft.items, itemId) === null) return draftFault('itemUnknown', itemId);
  return ok({ ...draft, items: changeItems(draft.items, new Set([itemId]), (item) => ({ ...item, seal })) });
}

function setBriefingSeal(
  draft: Draft,
  { briefingId, seal }: DraftEdit & { do: 'setBriefingSeal' },
): Result<Draft> {
  if (!draft.briefings.some(({ id }) => id === briefingId)) return draftFault('briefingUnknown', briefingId);
  const briefings = draft.briefings.map((each) => (each.id === briefingId ? { ...each, seal } : each));
  return ok({ ...draft, briefings });
}

function acceptWarning(draft: Draft, key: string, accepted: boolean): Draft {
  const others = draft.acceptedWarnings.filter((each) => each !== key);
  return { ...draft, acceptedWarnings: accepted ? [...others, key] : others };
}

/** A manifest may nest 16 levels of JSON; an item takes two, its documents' page ranges three more. */
const maxLevels = 5;

/** What no tree of items may be, however it came about. */
function treeFault({ items }: Draft): ReturnType<typeof draftFault> | null {
  for (const item of allDraftItems(items)) {
    if (item.seal === null) continue;
    const inner = allDraftItems(item.children).find(({ seal }) => seal !== null);
    if (inner !== undefined) return draftFault('sealWithinSeal', inner.id);
  }
  const deepest = Math.max(0, ...items.map(levels));
  return deepest > maxLevels ? draftFault('tooDeep') : null;
}

const levels = (item: { readonly children: Draft['items'][number]['children'] }): number =>
  1 + item.children.reduce((most, child) => Math.max(most, levels(child)), 0);
