import { colour } from './style.mjs';

const shield = 'M0 0 H100 V66 C100 96 74 114 50 122 C26 114 0 96 0 66 Z';
const spruce = 'M50 14 L64 38 H58 L71 58 H64 L80 80 H55 V90 H45 V80 H20 L36 58 H29 L42 38 H36 Z';

/** Granåsa's invented arms: on green a silver spruce on a ridge, above a wave. */
export function drawCoatOfArms(doc, x, y, width) {
  doc.save();
  doc.translate(x, y).scale(width / 100);
  doc.path(shield).fill(colour.green);
  doc.path(shield).clip();
  doc.path('M-5 96 C20 80 38 84 52 88 C70 93 84 84 105 78 V130 H-5 Z').fill('#f2f4f1');
  doc
    .path(
      'M-5 108 C10 101 22 101 34 108 C46 115 58 115 70 108 C82 101 94 101 106 108 V116 C94 109 82 109 70 116 C58 123 46 123 34 116 C22 109 10 109 -5 116 Z',
    )
    .fill(colour.green);
  doc.path(spruce).fill('#f2f4f1');
  doc.restore();
  doc.save();
  doc.translate(x, y).scale(width / 100);
  doc.path(shield).lineWidth(3).stroke('#12382b');
  doc.restore();
}
