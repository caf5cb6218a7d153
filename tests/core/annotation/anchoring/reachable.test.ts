import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnnotationTarget } from '../../../../core/annotation/annotation.ts';
import type { AnnotationPatch } from '../../../../core/annotation/annotation.ts';
import {
  addedStep,
  editedStep,
  emptyHistory,
  planRedo,
  planUndo,
  recordStep,
} from '../../../../core/annotation/history.ts';
import { device, draft, meeting, noteId } from '../someNotes.ts';
import type { DocumentSpec, TextRevision } from './someRevisions.ts';
import { isReachable, onPage, onWords, placed, textRevision } from './someRevisions.ts';

const items = [noteId(1), noteId(2), noteId(3)];
const documentIds = [noteId(11), noteId(12), noteId(13)];
const sentence = (number: number): string => `Mening nummer ${number} om ärendet ${number * 17} i Kyrkbyn.`;

const page = fc.array(fc.nat(30), { maxLength: 5 }).map((numbers) => numbers.map(sentence).join(' '));
const revision = fc
  .record({
    kept: fc.subarray(items),
    documents: fc.array(
      fc.record({
        id: fc.constantFrom(...documentIds),
        item: fc.constantFrom(...items),
        pages: fc.array(page, { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ kept, documents }) => {
    const once = new Map<string, DocumentSpec>(
      documents.filter(({ item }) => kept.includes(item)).map((document) => [document.id, document]),
    );
    return textRevision(kept, [...once.values()]);
  });

const step = fc.oneof(
  fc.record({ what: fc.constant('revision' as const), revision }),
  fc.record({ what: fc.constant('note' as const), at: fc.nat(), onWords: fc.boolean() }),
  fc.record({
    what: fc.constantFrom('confirm' as const, 'tray' as const, 'untray' as const, 'write' as const),
    at: fc.nat(),
  }),
  fc.record({ what: fc.constantFrom('undo' as const, 'redo' as const) }),
);

function newTarget(now: TextRevision, at: number, isOnWords: boolean): AnnotationTarget {
  const document = now.documents[at % Math.max(1, now.documents.length)];
  const [item] = now.items;
  if (document === undefined)
    return {
      meeting,
      source: item === undefined ? { type: 'meeting' } : { type: 'item', item },
      selectors: [],
    };
  const pages = now.texts.get(document.sha256) ?? [];
  const number = 1 + (at % document.pageCount);
  const words = /Mening nummer \d+ om ärendet \d+/.exec(pages[number - 1] ?? '')?.[0];
  return isOnWords && words !== undefined
    ? onWords(now, document.id, number, words)
    : onPage(now, document.id, number);
}

it('keeps every note reachable, whatever is edited, undone, done again or revised', () => {
  fc.assert(
    fc.property(revision, fc.array(step, { minLength: 1, maxLength: 20 }), (begun, steps) => {
      const own = device('laptop');
      let history = emptyHistory;
      let revisions: readonly TextRevision[] = [begun];
      let made = 0;
      const edit = (at: number, patchOf: (target: AnnotationTarget) => AnnotationPatch | null): void => {
        const notes = own.state.annotations();
        const note = notes[at % Math.max(1, notes.length)];
        const patch = note === undefined ? null : patchOf(note.target);
        if (note === undefined || patch === null) return;
        own.edit(note.id, patch);
        history = recordStep(history, editedStep(note, patch));
      };
      const follow = (plan: ReturnType<typeof planUndo>): void => {
        if (plan === null) return;
        own.apply(plan.changes);
        history = plan.history;
      };
      for (const each of steps) {
        const [now] = revisions;
        if (now === undefined) throw new Error('a meeting has a revision');
        if (each.what === 'revision') revisions = [each.revision, ...revisions];
        else if (each.what === 'undo') follow(planUndo(own.state, history));
        else if (each.what === 'redo') follow(planRedo(own.state, history));
        else if (each.what === 'note') {
          made += 1;
          own.add(noteId(100 + made), draft({ target: newTarget(now, each.at, each.onWords) }));
          history = recordStep(history, addedStep(noteId(100 + made)));
        } else if (each.what === 'write') edit(each.at, () => ({ text: `Ändrad ${each.at}` }));
        else if (each.what === 'confirm')
          edit(each.at, (target) => {
            const placement = placed(target, revisions);
            return placement.kind === 'found' || placement.kind === 'check'
              ? { target: placement.target }
              : null;
          });
        else if (each.what === 'tray' || each.what === 'untray')
          edit(each.at, () => ({ inTray: each.what === 'tray' }));
        const [shown] = revisions;
        for (const { target } of own.state.annotations())
          expect(shown !== undefined && isReachable(target, placed(target, revisions), shown)).toBe(true);
      }
      // Nothing that a revision does takes a note away: only undoing its making does.
      const standing = history.done.filter(({ what }) => what === 'added');
      expect(own.state.annotations()).toHaveLength(standing.length);
    }),
    { numRuns: 150 },
  );
}, 30_000);
