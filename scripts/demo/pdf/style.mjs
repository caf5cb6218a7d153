/** Measures in points on A4, colours of the municipality. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 82,
  right: 70,
  top: 92,
  bottom: 58,
  firstBottom: 92,
};
export const column = { left: page.left, width: page.width - page.left - page.right };

export const colour = {
  ink: '#1b1d1c',
  quiet: '#5b625f',
  line: '#c9cfcc',
  green: '#1f5240',
  greenTint: '#e6efea',
  water: '#c4dcea',
  gold: '#c9992e',
  red: '#a8382c',
  series: ['#1f5240', '#c9992e', '#4b7fa5', '#a8382c', '#7d6b9e', '#7f8a85'],
};

export const text = {
  body: { size: 10.8, gap: 3.2, after: 8 },
  table: { size: 8.8, gap: 1.6, padX: 5, padY: 3.6 },
  caption: { size: 8.6, gap: 1.4 },
  heading: {
    1: { size: 19, before: 0, after: 12 },
    2: { size: 13, before: 14, after: 5 },
    3: { size: 11, before: 10, after: 3 },
    4: { size: 10, before: 8, after: 2 },
  },
};
