import { expect, it } from 'vitest';
import { standingTarget } from '../../../../core/annotation/anchoring/standingTarget.ts';
import { quoteOf } from '../../../../core/annotation/noteList.ts';
import { meeting, noteId } from '../someNotes.ts';
import { onWords, textRevision } from './someRevisions.ts';

const [item, document] = [noteId(1), noteId(11)];
const revision = textRevision([item], [{ id: document, item, pages: ['Gatan breddas till sju meter.'] }]);
const target = onWords(revision, document, 1, 'breddas till');

it('is the found place, the thing of the tray with the old quote, or what the note says', () => {
  const found = onWords(revision, document, 1, 'sju meter');
  expect(standingTarget(target, { kind: 'found', target: found, score: 1, why: 'words' })).toBe(found);
  const inTray = standingTarget(target, {
    kind: 'tray',
    heading: { type: 'item', id: item },
    why: 'notFound',
  });
  expect(inTray.source).toEqual({ type: 'item', item });
  expect(quoteOf({ target: inTray })).toBe('breddas till');
  expect(standingTarget(target, { kind: 'tray', heading: { type: 'meeting' }, why: 'gone' }).source).toEqual({
    type: 'meeting',
  });
  expect(standingTarget(target, undefined)).toBe(target);
  expect(standingTarget(target, { kind: 'kept' })).toBe(target);
  expect(target.meeting).toBe(meeting);
});
