import fc from 'fast-check';
import { expect, it } from 'vitest';
import type {
  AnnotationDraft,
  AnnotationKind,
  AnnotationSource,
  AnnotationTarget,
} from '../../../../core/annotation/annotation.ts';
import { annotationKinds, noteClasses } from '../../../../core/annotation/annotation.ts';
import { trayHeading } from '../../../../core/annotation/anchoring/notePlacement.ts';
import { convertibleKinds, convertNote } from '../../../../core/annotation/convertNote.ts';
import {
  emptyHistory,
  planRedo,
  planUndo,
  recordStep,
  severalSteps,
} from '../../../../core/annotation/history.ts';
import { actsToMerge } from '../../../../core/annotation/mergeNotes.ts';
import type { NoteAct } from '../../../../core/annotation/noteActs.ts';
import { planActs } from '../../../../core/annotation/noteActs.ts';
import type { NoteDetails } from '../../../../core/annotation/noteDetails.ts';
import { proposalKinds, questionStates, stances } from '../../../../core/annotation/noteDetails.ts';
import { partWords } from '../partWords.ts';
import { device, draft, meeting, noteId } from '../someNotes.ts';
import type { DocumentSpec, TextRevision } from './someRevisions.ts';
import { isReachable, isThere, onPage, onWords, placed, textRevision } from './someRevisions.ts';

/*
 * Every kind of note on everything that can carry one, and everything that can be done to notes: made, written, converted,
 * merged, copied, deleted one by one and together, moved to the tray, confirmed, taken back and done again, while
 * revisions come. After each step every note is on a page, at a thing or in a tray that is there.
 */

const items = [noteId(1), noteId(2)];
const units = [noteId(21), noteId(22)];
const parts = [noteId(31), noteId(32), noteId(33)];
const documentIds = [noteId(11), noteId(12)];

const page = fc
  .array(fc.nat(20), { maxLength: 4 })
  .map((numbers) => numbers.map((n) => `Mening nummer ${n} om ärendet ${n * 17} i Kyrkbyn.`).join(' '));
const revision: fc.Arbitrary<TextRevision> = fc
  .record({
    items: fc.subarray(items),
    units: fc.subarray(units),
    parts: fc.subarray(parts),
    documents: fc.array(
      fc.record({
        id: fc.constantFrom(...documentIds),
        item: fc.constantFrom(...items),
        pages: fc.array(page, { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ items: kept, units: briefings, parts: points, documents }) => {
    const once = new Map<string, DocumentSpec>(
      documents.filter(({ item }) => kept.includes(item)).map((document) => [document.id, document]),
    );
    return textRevision(kept, [...once.values()], { units: briefings, parts: points });
  });

const details: fc.Arbitrary<NoteDetails> = fc.record(
  {
    tags: fc.constant([{ name: 'budget', colour: 'grey' as const }]),
    due: fc.constantFrom('2026-12-01', null),
    done: fc.boolean(),
    stance: fc.constantFrom(...stances, null),
    addressee: fc.constantFrom('Elsa', null),
    questionState: fc.constantFrom(...questionStates),
    proposalKind: fc.constantFrom(...proposalKinds, null),
    reason: fc.constantFrom('', 'Bullret'),
    order: fc.constantFrom(null, 0, 2.5),
    strokes: fc.constant([{ points: [1, 2, 3, 4], width: 1, colour: 'red' as const }]),
  },
  { requiredKeys: [] },
);

const at = fc.nat();
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ what: fc.constant('revision' as const), revision }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('add' as const),
      kind: fc.constantFrom(...annotationKinds),
      noteClass: fc.constantFrom(...noteClasses),
      on: fc.constantFrom(
        'meeting' as const,
        'item' as const,
        'page' as const,
        'words' as const,
        'briefing' as const,
        'point' as const,
        'keyFigure' as const,
        'commitment' as const,
      ),
      details,
      at,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('edit' as const), at, details }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'convert' as const,
        'merge' as const,
        'copy' as const,
        'remove' as const,
        'removeAll' as const,
        'confirm' as const,
        'tray' as const,
        'untray' as const,
      ),
      at,
    }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('undo' as const, 'redo' as const), at }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function targetFor(now: TextRevision, { on, at: n }: Extract<Step, { what: 'add' }>): AnnotationTarget {
  const pick = (ids: ReadonlySet<string>): string | undefined => [...ids][n % Math.max(1, ids.size)];
  const [item, briefing, part] = [pick(now.items), pick(now.briefings), pick(now.parts)];
  const document = now.documents[n % Math.max(1, now.documents.length)];
  const about = (source: AnnotationSource): AnnotationTarget => ({ meeting, source, selectors: [] });
  if ((on === 'page' || on === 'words') && document !== undefined) {
    const number = 1 + (n % document.pageCount);
    const text = now.texts.get(document.sha256)?.[number - 1] ?? '';
    const words = /Mening nummer \d+ om ärendet \d+/.exec(text)?.[0];
    return on === 'words' && words !== undefined
      ? onWords(now, document.id, number, words)
      : onPage(now, document.id, number);
  }
  if (on === 'item' && item !== undefined) return about({ type: 'item', item });
  if (on === 'briefing' && briefing !== undefined) return about({ type: 'briefing', briefing });
  if (briefing !== undefined && part !== undefined) {
    if (on === 'point') return about({ type: 'point', briefing, point: part });
    if (on === 'keyFigure') return about({ type: 'keyFigure', briefing, keyFigure: part });
    if (on === 'commitment') return about({ type: 'commitment', briefing, commitment: part });
  }
  return about({ type: 'meeting' });
}

/** A person at one device who does everything as the app does: as acts that are one step to take back. */
function atWork(begun: TextRevision) {
  const own = device('laptop');
  let history = emptyHistory;
  let revisions: readonly TextRevision[] = [begun];
  let made = 0;
  const kinds = new Set<AnnotationKind>();
  const notes = () => own.state.annotations();
  /** How many more notes there are afterwards. */
  const act = (acts: readonly NoteAct[]): number => {
    const planned = planActs(own.state, acts);
    if (planned === null) throw new Error('acts that do not fit');
    own.apply(planned.changes);
    if (planned.steps.length > 0) history = recordStep(history, severalSteps(planned.steps));
    return (
      acts.filter(({ what }) => what === 'add').length - acts.filter(({ what }) => what === 'remove').length
    );
  };
  const follow = (plan: ReturnType<typeof planUndo>): null => {
    if (plan !== null) {
      own.apply(plan.changes);
      history = plan.history;
    }
    return null;
  };
  const added = (value: AnnotationDraft): number => {
    made += 1;
    kinds.add(value.kind);
    return act([{ what: 'add', id: noteId(100 + made), draft: value }]);
  };
  /** The number of notes it adds; null when that depends on what was done before. */
  const take = (each: Step): number | null => {
    const [now] = revisions;
    if (now === undefined) throw new Error('a meeting has a revision');
    if (each.what === 'revision') {
      revisions = [each.revision, ...revisions];
      return 0;
    }
    if (each.what === 'undo') return follow(planUndo(own.state, history));
    if (each.what === 'redo') return follow(planRedo(own.state, history));
    if (each.what === 'add')
      return added(
        draft({
          kind: each.kind,
          noteClass: each.noteClass,
          colour: each.kind === 'highlight' ? 'yellow' : null,
          target: targetFor(now, each),
          text: `Ord ${each.at}`,
          ...each.details,
        }),
      );
    const all = notes();
    const note = all[each.at % Math.max(1, all.length)];
    if (note === undefined) return 0;
    const edit = (patch: Extract<NoteAct, { what: 'edit' }>['patch']): number =>
      act([{ what: 'edit', id: note.id, patch }]);
    switch (each.what) {
      case 'edit':
        return edit({ text: `Ändrat ${each.at}`, ...each.details });
      case 'convert': {
        const possible = convertibleKinds(note);
        const kind = possible[each.at % Math.max(1, possible.length)];
        return kind === undefined ? 0 : edit(convertNote(note, kind, partWords));
      }
      case 'merge': {
        const acts = actsToMerge(all.slice(each.at % all.length).slice(0, 3), partWords);
        return acts === null ? 0 : act(acts);
      }
      case 'copy': {
        const { id: _id, createdAt: _made, modifiedAt: _changed, conflictingTexts: _texts, ...copy } = note;
        return added(copy);
      }
      case 'remove':
        return act([{ what: 'remove', id: note.id }]);
      case 'removeAll':
        return act(all.map(({ id }) => ({ what: 'remove', id })));
      case 'tray':
      case 'untray':
        return edit({ inTray: each.what === 'tray' });
      case 'confirm': {
        const placement = placed(note.target, revisions);
        const isFound = placement.kind === 'found' || placement.kind === 'check';
        return isFound ? edit({ target: placement.target }) : 0;
      }
    }
  };
  const expectReachable = (): void => {
    const [shown, ...before] = revisions;
    if (shown === undefined) throw new Error('a meeting has a revision');
    for (const { target, inTray } of notes()) {
      expect(isReachable(target, placed(target, revisions), shown)).toBe(true);
      if (inTray === true) expect(isThere(trayHeading(target.source, shown, before), shown)).toBe(true);
    }
  };
  const seen = () => notes().map(({ modifiedAt: _, ...rest }) => rest);
  const goBack = (): boolean => {
    const plan = planUndo(own.state, history);
    follow(plan);
    return plan !== null;
  };
  const goOn = (): boolean => {
    const plan = planRedo(own.state, history);
    follow(plan);
    return plan !== null;
  };
  return { take, notes, seen, expectReachable, goBack, goOn, kinds };
}

it('keeps every note of every kind reachable, whatever is done to it, taken back or revised', () => {
  const kinds = new Set<AnnotationKind>();
  fc.assert(
    fc.property(revision, fc.array(step, { minLength: 5, maxLength: 30 }), (begun, steps) => {
      const person = atWork(begun);
      for (const each of steps) {
        const count = person.notes().length;
        const change = person.take(each);
        if (change !== null) expect(person.notes()).toHaveLength(count + change);
        person.expectReachable();
      }
      const end = person.seen();
      let back = 0;
      while (person.goBack()) {
        back += 1;
        person.expectReachable();
      }
      expect(person.notes()).toEqual([]);
      for (let n = 0; n < back; n += 1) person.goOn();
      expect(person.seen()).toEqual(end);
      for (const kind of person.kinds) kinds.add(kind);
    }),
    { numRuns: 200, seed: 11 },
  );
  expect([...kinds].toSorted()).toEqual([...annotationKinds].toSorted());
}, 30_000);
