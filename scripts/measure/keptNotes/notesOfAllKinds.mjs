// Sixty notes of all kinds over a meeting, as a person would make them.

const onWords = ['highlight', 'underline', 'note', 'question', 'task', 'speech', 'proposal'];
const drawn = ['ink', 'area', 'freeText'];
const ofItems = ['conflict', 'reservation', 'speech', 'task', 'proposal', 'note', 'stance', 'question'];
const classes = ['private', 'partyGroup', 'toOffice'];
const colours = ['yellow', 'green', 'blue', 'pink'];
const quoteLength = 90;

/**
 * `places` are the documents `{ id, item, sha256, fromPage, pages }` (pages laid out) of each group `replaced`, `withdrawn`,
 * `moved` and `other`, `items` those of the agenda by the same groups. Answers `{ group, draft }`, sixty of them.
 */
export function notesOfAllKinds(meeting, places, items, { selectorsFor, nearbyText }) {
  const notes = [];
  const push = (group, draft) => notes.push({ group, draft: { ...base(notes.length), ...draft } });
  const base = (n) => ({ noteClass: classes[n % 3], colour: null, text: `Anteckning ${n + 1}` });
  const target = (document, selectors) => ({
    meeting,
    source: { type: 'document', document: document.id, item: document.item },
    selectors,
  });
  const words = (group, document, kind, which) => {
    const selectors = selectorsOfWords(document, which, selectorsFor);
    const colour = kind === 'highlight' || kind === 'underline' ? colours[notes.length % 4] : null;
    push(group, { kind, colour, ...detailsOf(kind), target: target(document, selectors) });
  };
  const draw = (group, document, kind) => {
    const { frame, selectors } = selectorsOfFrame(document, nearbyText);
    push(group, { kind, ...drawnDetails(kind, frame), target: target(document, selectors) });
  };
  const item = (group, id, kind) =>
    push(group, {
      kind,
      ...detailsOf(kind),
      ...(kind === 'conflict' ? { noteClass: 'private' } : {}),
      target: { meeting, source: { type: 'item', item: id }, selectors: [] },
    });

  places.replaced.forEach((document, at) => {
    words('replaced', document, 'highlight', 0);
    words('replaced', document, onWords[at % onWords.length], 1);
    draw('replaced', document, drawn[at % drawn.length]);
    if (at % 2 === 0) words('replaced', document, 'underline', 2);
    else
      push('replaced', { kind: 'bookmark', text: '', target: target(document, [pageOf(document, 0, [])]) });
  });
  const [gone] = places.withdrawn;
  words('withdrawn', gone, 'highlight', 0);
  words('withdrawn', gone, 'question', 1);
  draw('withdrawn', gone, 'ink');
  item('withdrawn', items.withdrawn[0], 'stance');
  places.moved.slice(0, 2).forEach((document, at) => {
    words('moved', document, 'highlight', 0);
    words('moved', document, 'question', 1);
    draw('moved', document, drawn[at + 1]);
    item('moved', items.moved[at], 'stance');
  });
  for (let at = 0; at < 8; at += 1) {
    const document = places.other[at % places.other.length];
    if (at % 3 === 2) draw('other', document, drawn[at % drawn.length]);
    else words('other', document, onWords[at % onWords.length], at);
  }
  ofItems.forEach((kind, at) => item('other', items.other[at % items.other.length], kind));
  return notes;
}

function detailsOf(kind) {
  switch (kind) {
    case 'task':
      return { due: '2026-11-30', done: false };
    case 'stance':
      return { stance: 'referBack' };
    case 'question':
      return { addressee: 'Förvaltningen', questionState: 'open' };
    case 'proposal':
      return { proposalKind: 'referBack', reason: 'Underlaget är för tunt.', addressee: 'Förvaltningen' };
    case 'reservation':
      return { reason: 'Kostnaden är inte utredd.' };
    default:
      return { tags: [{ name: 'Bevaka', colour: 'violet' }] };
  }
}

const drawnDetails = (kind, { left, bottom, right, top }) =>
  kind === 'ink'
    ? {
        strokes: [
          { points: [left, bottom, (left + right) / 2, top, right, bottom], width: 2, colour: 'red' },
        ],
      }
    : kind === 'freeText'
      ? { textLook: { size: 12, colour: 'blue' } }
      : {};

const pageOf = ({ sha256, fromPage }, index, quads) => ({
  type: 'PageSelector',
  sha256,
  page: fromPage + index,
  quads,
});

/** Words of the document: those of its pages that have any, in turn. */
function selectorsOfWords(document, which, selectorsFor) {
  const indexes = document.pages.flatMap((page, index) => (page.text.trim().length > 200 ? [index] : []));
  const index = indexes[which % indexes.length] ?? 0;
  const page = document.pages[index];
  const lines = page.lines.filter(({ start, end }) => end - start > 25);
  const line = lines[(3 + 4 * which) % lines.length] ?? page.lines[0];
  const range = { start: line.start, end: Math.min(page.text.length, line.start + quoteLength) };
  const selectors = selectorsFor({
    sha256: document.sha256,
    filePage: document.fromPage + index,
    page,
    range,
    previousText: document.pages[index - 1]?.text ?? null,
    nextText: document.pages[index + 1]?.text ?? null,
  });
  if (selectors === null) throw new Error('no words where there were some');
  return selectors;
}

/** A frame over a few lines of the first page that has any. */
function selectorsOfFrame(document, nearbyText) {
  const index = document.pages.findIndex(({ lines }) => lines.length > 6);
  const page = document.pages[Math.max(0, index)];
  const [first, last] = [page.lines[2], page.lines[4]];
  const frame = {
    left: Math.min(first.left, last.left),
    bottom: Math.min(first.bottom, last.bottom),
    right: Math.max(first.right, last.right),
    top: Math.max(first.top, last.top),
  };
  const { left, bottom, right, top } = frame;
  const nearby = nearbyText({
    sha256: document.sha256,
    filePage: document.fromPage + Math.max(0, index),
    page,
    frame,
    previousText: null,
    nextText: document.pages[index + 1]?.text ?? null,
  });
  const quad = [left, top, right, top, left, bottom, right, bottom];
  return {
    frame,
    selectors: [pageOf(document, Math.max(0, index), [quad]), ...(nearby === null ? [] : [nearby])],
  };
}
