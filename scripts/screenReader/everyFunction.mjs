// The way through everything that makes reading better than on paper, with keys alone. Nothing here depends on what the
// pack is about: only on its having an item with a document of a few pages.

const isThere = (selector) => document.querySelector(selector) !== null;
const isGone = (selector) => document.querySelector(selector) === null;
const isFocused = (selector) => document.activeElement?.closest(selector) !== null;
const pages = '.reader-pages';
/** Whether two pages stand at the same height. */
const areBeside = (wanted) => {
  const tops = [...document.querySelectorAll('.reader-page')].map((page) => page.offsetTop);
  return new Set(tops).size < tops.length === wanted;
};

export async function walkEveryFunction(walker) {
  await begin(walker);
  await findWords(walker);
  await sideBySide(walker);
  await findOnesWay(walker);
  await pagesAsTheyStand(walker);
  await asText(walker);
  await comfort(walker);
  await printing(walker);
  await notes(walker);
  await everythingElse(walker);
}

async function begin(walker) {
  walker.title('From the pack to the first document');
  const hasWords = await walker.expect('the six words', 'opened by itself', isThere, '[role="dialog"]');
  if (hasWords) await walker.press('Shift+Tab', 'Enter');
  await walker.expect('the agenda', 'opened by itself', isThere, '[role="treegrid"]');
  await walker.pressUntil('F6', '[role="row"]', 4);
  await walker.expect('the agenda by key', 'F6', isFocused, '[role="treegrid"]');
  await walker.press('Home');
  await walker.pressUntil('ArrowDown', '[role="row"][aria-level="2"]', 30);
  await walker.reach('a document from the agenda', ['Enter'], isThere, pages);
  await walker.pressUntil('F6', pages, 4);
  await walker.expect('the pages by key', 'F6', isFocused, pages);
  await walker.reach('a page as it is drawn', ['PageDown'], isThere, '.reader-page__canvas canvas');
  await walker.reach('the field for a page', ['Control+G'], isFocused, '.reader-jump');
  await walker.type('1');
  await walker.reach('a page by its number', ['Enter'], isThere, pages);
  await walker.pressUntil('F6', pages, 4);
}

async function findWords(walker) {
  walker.title('Finding words');
  await walker.reach('the field', ['Control+F'], isFocused, '.find-bar');
  await walker.type('och');
  await walker.expect('hits, listed', 'typing', isThere, '.find-hit');
  await walker.reach('the next hit', ['Enter'], isThere, '.find-hit[aria-current]');
  await walker.reach('the list by key', ['ArrowDown'], isFocused, '.find-hits');
  await walker.reach('one further in the list', ['ArrowDown', 'Enter'], isThere, '.find-hit[aria-current]');
  await walker.press('Control+F');
  await walker.reach('back where one was', ['Escape'], isGone, '.find-bar');
  await walker.pressUntil('F6', pages, 4);
}

async function sideBySide(walker) {
  walker.title('Two documents beside each other');
  const sides = () => document.querySelectorAll('.reader').length === 2;
  const one = () => document.querySelectorAll('.reader').length === 1;
  await walker.reach('a second side', ['F4'], sides);
  await walker.reach(
    'linked scrolling',
    ['Control+Shift+L'],
    isThere,
    '.sides-bar__both [aria-pressed="true"]',
  );
  await walker.reach('the sides swapped', ['Shift+F4'], sides);
  await walker.reach('the other side', ['F4'], sides);
  await walker.reach('one side again', ['Control+F4'], one);
  await walker.pressUntil('F6', '[role="row"]', 4);
  await walker.reach('a row of the agenda beside', ['ArrowDown', 'Control+Enter'], sides);
  await walker.press('Control+F4');
  await walker.pressUntil('F6', '.reader-pages, .item-page *', 4);
  await walker.reach('back through places', ['Alt+ArrowLeft'], isThere, '.reader');
}

async function findOnesWay(walker) {
  walker.title('Thumbnails and outline');
  await walker.reach('thumbnails', ['Control+Shift+M'], isFocused, '.thumbnails');
  await walker.reach('a page by its thumbnail', ['ArrowDown', 'Enter'], isThere, pages);
  await walker.reach('the outline', ['Control+Shift+O'], isThere, '[role="tree"]');
  await walker.reach('an entry of the outline', ['ArrowDown', 'Enter'], isThere, pages);
  await walker.reach('neither', ['Control+Shift+O'], isGone, '.reader-navigation');
  await walker.pressUntil('F6', pages, 4);
}

async function pagesAsTheyStand(walker) {
  walker.title('How pages stand');
  const zoom = () => document.querySelector('.reader-zoom__menu')?.textContent ?? '';
  const before = await walker.evaluate(zoom);
  const isOther = (known) => document.querySelector('.reader-zoom__menu')?.textContent !== known;
  await walker.reach('larger', ['Control+Equal'], isOther, before);
  await walker.reach('as wide as the view', ['Control+0'], isThere, pages);
  const shape = () => {
    const { width, height } = document.querySelector('.reader-page').getBoundingClientRect();
    return width > height;
  };
  const wasWide = await walker.evaluate(shape);
  const isTurned = (before) => {
    const { width, height } = document.querySelector('.reader-page').getBoundingClientRect();
    return width > height !== before;
  };
  await walker.reach('turned', ['R'], isTurned, wasWide);
  await walker.press('Shift+R');
  await walker.reach('the hand', ['H'], isThere, `${pages}[data-tool="hand"]`);
  await walker.reach('selecting', ['V'], isThere, `${pages}[data-tool="select"]`);
  await walker.choose('>uppslag facing pages');
  await walker.expect('facing pages', 'palette', areBeside, true);
  await walker.choose('>löpande continuous');
  await walker.expect('continuous pages', 'palette', areBeside, false);
  await walker.reach('the next item', ['Alt+ArrowDown'], isThere, '.reader, .item-page');
  await walker.press('Alt+ArrowUp');
  await walker.reach('full screen', ['F11'], isThere, '.workspace[data-full-screen]');
  await walker.reach('and out of it', ['F11'], isGone, '.workspace[data-full-screen]');
  await walker.pressUntil('F6', pages, 4);
}

async function asText(walker) {
  walker.title('Text');
  await walker.reach('the documents as text', ['Alt+T'], isThere, '.text-view .text-flow');
  const size = () =>
    getComputedStyle(document.querySelector('.text-view')).getPropertyValue('--text-view-size');
  const before = await walker.evaluate(size);
  const isOther = (known) =>
    getComputedStyle(document.querySelector('.text-view')).getPropertyValue('--text-view-size') !== known;
  await walker.reach('larger letters', ['Control+Equal'], isOther, before);
  await walker.reach(
    'selected words',
    ['Shift+ArrowDown', 'Shift+ArrowDown'],
    isThere,
    '.reader-selection-toolbar',
  );
  await walker.reach('what can be done with them', ['Tab'], isFocused, '.reader-selection-toolbar');
  await walker.press('Escape', 'Escape');
  await walker.reach('the pages again', ['Alt+T'], isThere, pages);
}

async function comfort(walker) {
  walker.title('Comfort');
  await walker.reach('the reading ruler', ['L'], isThere, '.reading-ruler');
  await walker.reach('the ruler further down', ['J'], isThere, '.reading-ruler');
  await walker.reach('without the ruler', ['L'], isGone, '.reading-ruler');
  await walker.choose('>mörka sidor dark pages');
  await walker.expect('dark pages', 'palette', isThere, '.reader[data-page-colours="dark"]');
  await walker.choose('>papper paper pages');
  await walker.expect('pages as printed', 'palette', isGone, '.reader[data-page-colours="dark"]');
  await walker.reach('reading aloud', ['U'], isThere, '.read-aloud');
  await walker.reach('silence', ['Escape'], isGone, '.read-aloud');
}

async function printing(walker) {
  walker.title('Print');
  await walker.reach('the print dialog', ['Control+P'], isThere, '[role="dialog"] .print');
  await walker.expect('a preview', 'by itself', isThere, '.print-preview canvas:not([data-waiting])');
  await walker.pressUntil('Tab', '.print input[type="radio"]', 8);
  await walker.expect('what is printed', 'Tab', isFocused, '.print');
  await walker.reach('chosen pages', ['ArrowDown'], isThere, '.print-pages');
  await walker.reach('closed again', ['Escape'], isGone, '[role="dialog"]');
}

async function notes(walker) {
  walker.title('Notes while reading');
  await walker.reach('selected words', ['Shift+ArrowDown', 'Shift+ArrowDown'], isThere, pages);
  await walker.reach('the tools for them', ['Tab'], isFocused, '.reader-selection-toolbar');
  await walker.reach('a highlight', ['Enter'], isThere, '.note-card');
  await walker.reach('a note here', ['Control+Alt+N'], isFocused, '.note-card');
  await walker.type('?');
  await walker.press('Escape');
  await walker.pressUntil('F6', pages, 4);
  await walker.reach('all notes', ['Control+Shift+F'], isFocused, '.pane--notes');
  await walker.press('Escape');
}

async function everythingElse(walker) {
  walker.title('Everything else');
  await walker.pressUntil('F6', pages, 4);
  await walker.reach('every key', ['F1'], isThere, '[role="dialog"] .app-keys');
  await walker.press('Escape', 'Escape');
  await walker.reach('the palette', ['Control+K'], isFocused, '.palette');
  await walker.reach('closed again', ['Escape'], isGone, '.palette');
  await walker.reach('the library', ['Control+L'], isThere, '.lib');
  await walker.reach('the meeting again', ['Enter'], isThere, '.workspace');
}
