// What a screen reader would say for a part of the accessibility tree, one line a stop of the arrow key.
import { nodesOf } from './accessibleNodes.mjs';

/** Roles that only flow within a line of text. */
const inline = new Set([
  'statictext',
  'inlinetextbox',
  'linebreak',
  'emphasis',
  'strong',
  'mark',
  'superscript',
  'subscript',
  'time',
  'code',
  'abbr',
  'generic',
  'none',
  'labeltext',
]);
/** Named as one thing, whatever is inside. */
const leaves = new Set([
  'button',
  'link',
  'checkbox',
  'radio',
  'tab',
  'option',
  'menuitem',
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'progressbar',
  'separator',
  'splitter',
  'switch',
  'togglebutton',
]);
/** Announced when they are entered, if they have a name or are of these kinds. */
const announced = new Set([
  'dialog',
  'alertdialog',
  'alert',
  'status',
  'main',
  'article',
  'figure',
  'banner',
]);

export function spokenLines(node, words) {
  if (node.role === 'heading') return [line(`${words.heading(node.props.level ?? '?')}`, textOf(node))];
  if (node.role === 'list') return listLines(node, words);
  if (node.role === 'table' || node.role === 'grid') return tableLines(node, words);
  if (node.role === 'row') return [rowLine(node, words)];
  if (node.role === 'img' || node.role === 'image')
    return node.name === '' ? [] : [line(words.image, node.name)];
  if (leaves.has(node.role)) return [controlLine(node, words)];
  if (isText(node) && !hasBlocks(node)) return textOf(node) === '' ? [] : [textOf(node)];
  const inside = node.children.length === 0 ? [] : flow(node.children, words);
  if (!announced.has(node.role) && (node.name === '' || !(node.role in words.roles))) return inside;
  return [line(words.roles[node.role] ?? node.role, node.name, statesOf(node, words)), ...inside];
}

/** One line for what has the focus, as it is said on coming to it. */
export function spokenFocus(node, words) {
  if (node === null) return '–';
  if (node.role === 'row') return rowLine(node, words);
  if (node.role === 'treeitem') return rowLine(node, words);
  return controlLine(node, words);
}

/** Neighbouring texts are one line; everything else has its own. */
function flow(children, words) {
  const lines = [];
  let text = '';
  let spoken = null;
  const endText = () => {
    if (text.trim() !== '') lines.push(text.replace(/\s+/g, ' ').trim());
    text = '';
  };
  for (const child of children) {
    // The label beside a control is its name, which was said.
    if (isText(child) && textOf(child) === spoken) continue;
    if (isText(child) && !hasBlocks(child)) text += ` ${textOf(child)}`;
    else {
      endText();
      lines.push(...spokenLines(child, words));
      spoken = leaves.has(child.role) ? child.name : null;
    }
  }
  endText();
  return lines;
}

const isText = (node) => inline.has(node.role) && [...nodesOf(node)].every(({ role }) => inline.has(role));
const hasBlocks = (node) => node.role === 'generic' && node.children.some(({ role }) => role === 'generic');

const textOf = (node) =>
  node.role === 'statictext' || node.children.length === 0
    ? node.name
    : node.children.map(textOf).join(' ').replace(/\s+/g, ' ').trim() || node.name;

function listLines(node, words) {
  const items = node.children.filter(({ role }) => role === 'listitem');
  return [
    line(words.list(items.length), node.name),
    ...items.flatMap((item) => {
      const marker = item.children.find(({ role }) => role === 'listmarker');
      const inside = withLabel(
        flow(
          item.children.filter((child) => child !== marker),
          words,
        ),
      );
      const sign = marker === undefined ? '•' : textOf(marker);
      return inside.map((text, at) => (at === 0 ? `  ${sign} ${text}` : `    ${text}`));
    }),
  ];
}

/** "1." and what follows it are one line. */
const withLabel = ([first = '', second, ...rest]) =>
  second !== undefined && /^\S{1,4}$/.test(first)
    ? [`${first} ${second}`, ...rest]
    : second === undefined
      ? [first]
      : [first, second, ...rest];

function tableLines(node, words) {
  const rows = [...nodesOf(node)].filter(({ role }) => role === 'row');
  const cellsOf = (row) => row.children.filter(({ role }) => /cell|header/.test(role));
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  const cell = (one) => {
    const text = textOf(one) || words.emptyCell;
    if (one.role === 'columnheader') return `${words.columnHeader} ${text}`;
    return one.role === 'rowheader' ? `${words.rowHeader} ${text}` : text;
  };
  return [
    line(words.table(rows.length, columns), node.name),
    ...rows.map((row) => `  ${cellsOf(row).map(cell).join(' | ')}`),
    words.tableEnd,
  ];
}

function rowLine(node, words) {
  const { level } = node.props;
  return line(
    node.name || textOf(node),
    statesOf(node, words),
    level === undefined ? '' : words.level(level),
  );
}

function controlLine(node, words) {
  const value = node.value === null || node.value === node.name ? '' : String(node.value);
  return line(
    node.name || textOf(node),
    words.roles[node.role] ?? node.role,
    statesOf(node, words),
    value,
    node.description,
  );
}

function statesOf(node, words) {
  return Object.entries(words.states)
    .map(([name, [off, on]]) => {
      const state = node.props[name];
      if (state === undefined || state === '' || (name === 'invalid' && state === 'false')) return null;
      return state === false || state === 'false' ? off : on;
    })
    .filter((state) => state !== null)
    .join(', ');
}

const line = (...parts) => parts.filter((part) => part !== '' && part !== null).join(', ');
