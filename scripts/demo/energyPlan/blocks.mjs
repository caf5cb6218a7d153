import { swedishNumber } from '../swedishNumber.mjs';

/** Short ways to write the blocks that a chapter from data is made of. */
/** `keep` is the height that must fit below the heading on the same page. */
export const heading = (level, text, keep) => ({ kind: 'heading', level, text, keep });
export const paragraph = (text) => ({ kind: 'paragraph', text });
export const bullets = (items) => ({ kind: 'list', ordered: false, items });
export const newPage = { kind: 'pageBreak' };
export const figure = (name, caption, options) => ({ kind: 'figure', name, caption, options });

/** Columns are written `Rubrik` or, for numbers, `Rubrik>`. */
export const table = (caption, columns, rows) => ({
  kind: 'table',
  caption,
  align: columns.map((name) => (name.endsWith('>') ? 'right' : 'left')),
  head: columns.map((name) => name.replace(/>$/, '')),
  rows: rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? swedishNumber(cell) : cell))),
});

export const total = (rows, pick) => rows.reduce((sum, row) => sum + pick(row), 0);
export const strong = (value) => `**${typeof value === 'number' ? swedishNumber(value) : value}**`;
export const percent = (share) => `${Math.round(share * 100)} procent`;
