// The example tables of ITU-T T.81, annex K (luminance), which every decoder knows.

/** Place in the 8 × 8 block of the n-th coefficient. */
export const zigzag = zigzagOrder();

function zigzagOrder() {
  const order = [];
  for (let diagonal = 0; diagonal < 15; diagonal++) {
    const cells = [];
    for (let y = Math.max(0, diagonal - 7); y <= Math.min(7, diagonal); y++) cells.push(y * 8 + diagonal - y);
    order.push(...(diagonal % 2 === 0 ? cells.reverse() : cells));
  }
  return order;
}

// prettier-ignore
export const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61,
  12, 12, 14, 19, 26, 58, 60, 55,
  14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77,
  24, 35, 55, 64, 81, 104, 113, 92,
  49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];

/** How many codes there are of each length, 1 to 16 bits. */
export const dcLengths = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
export const dcValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
export const acLengths = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d];
export const acValues = [
  ...Buffer.from(
    '0102030004110512213141061351610722711432' +
      '8191a1082342b1c11552d1f02433627282090a16' +
      '1718191a25262728292a3435363738393a434445' +
      '464748494a535455565758595a63646566676869' +
      '6a737475767778797a838485868788898a929394' +
      '95969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6' +
      'b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8' +
      'd9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8' +
      'f9fa',
    'hex',
  ),
];
