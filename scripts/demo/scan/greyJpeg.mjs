// A baseline JPEG (ITU-T T.81) of one grey channel, enough for a scanned page. Own code, because the encoders on npm
// write three channels, which is twice the bytes for the same grey.
import { acLengths, acValues, dcLengths, dcValues, luminance, zigzag } from './jpegTables.mjs';

/** @param {{ width: number, height: number, grey: Uint8Array }} image @param {number} quality 1–100 @returns {Buffer} */
export function encodeGreyJpeg({ width, height, grey }, quality) {
  const quantisers = scaledQuantisers(quality);
  const bits = new BitWriter(width * height);
  const block = new Float64Array(64);
  const coefficients = new Int32Array(64);
  let previousDc = 0;
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      readBlock({ width, height, grey }, x, y, block);
      transform(block);
      for (let n = 0; n < 64; n++) coefficients[n] = Math.round(block[zigzag[n]] / quantisers[n]);
      writeBlock(bits, coefficients, previousDc);
      previousDc = coefficients[0];
    }
  }
  return Buffer.concat([headers(width, height, quantisers), bits.finish(), Buffer.from([0xff, 0xd9])]);
}

function scaledQuantisers(quality) {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return zigzag.map((at) => Math.min(255, Math.max(1, Math.floor((luminance[at] * scale + 50) / 100))));
}

function readBlock({ width, height, grey }, left, top, block) {
  for (let y = 0; y < 8; y++) {
    const row = Math.min(height - 1, top + y) * width;
    for (let x = 0; x < 8; x++) block[y * 8 + x] = grey[row + Math.min(width - 1, left + x)] - 128;
  }
}

const cosines = Float64Array.from({ length: 64 }, (_, n) => {
  const [frequency, at] = [n >> 3, n & 7];
  return (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * at + 1) * frequency * Math.PI) / 16);
});
const half = new Float64Array(64);

/** The discrete cosine transform, first along rows, then along columns. */
function transform(block) {
  for (let y = 0; y < 8; y++) {
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += block[y * 8 + x] * cosines[u * 8 + x];
      half[y * 8 + u] = sum;
    }
  }
  for (let u = 0; u < 8; u++) {
    for (let v = 0; v < 8; v++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += half[y * 8 + u] * cosines[v * 8 + y];
      block[v * 8 + u] = sum;
    }
  }
}

const dcCodes = huffmanCodes(dcLengths, dcValues);
const acCodes = huffmanCodes(acLengths, acValues);

function writeBlock(bits, coefficients, previousDc) {
  writeValue(bits, dcCodes, 0, coefficients[0] - previousDc);
  let zeros = 0;
  for (let n = 1; n < 64; n++) {
    if (coefficients[n] === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) bits.write(acCodes[0xf0]);
    writeValue(bits, acCodes, zeros << 4, coefficients[n]);
    zeros = 0;
  }
  if (zeros > 0) bits.write(acCodes[0]);
}

/** A Huffman code for the run and the size, then the value itself in that many bits. */
function writeValue(bits, codes, run, value) {
  const size = value === 0 ? 0 : 32 - Math.clz32(Math.abs(value));
  bits.write(codes[run | size]);
  if (size > 0) bits.write({ code: value < 0 ? value + (1 << size) - 1 : value, length: size });
}

function huffmanCodes(lengths, values) {
  const codes = [];
  let code = 0;
  let at = 0;
  lengths.forEach((count, index) => {
    for (let n = 0; n < count; n++) codes[values[at++]] = { code: code++, length: index + 1 };
    code <<= 1;
  });
  return codes;
}

class BitWriter {
  #pending = 0;
  #count = 0;
  #length = 0;

  constructor(capacity) {
    this.bytes = Buffer.alloc(capacity);
  }

  write({ code, length }) {
    for (let n = length - 1; n >= 0; n--) {
      this.#pending = (this.#pending << 1) | ((code >> n) & 1);
      if (++this.#count === 8) this.#put();
    }
  }

  #put() {
    this.bytes[this.#length++] = this.#pending;
    // A data byte of 0xff would look like a marker.
    if (this.#pending === 0xff) this.bytes[this.#length++] = 0;
    this.#pending = 0;
    this.#count = 0;
  }

  finish() {
    while (this.#count !== 0) this.write({ code: 1, length: 1 });
    return this.bytes.subarray(0, this.#length);
  }
}

function headers(width, height, quantisers) {
  const segment = (marker, content) =>
    Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255, ...content]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 1, 0, 150, 0, 150, 0, 0]),
    segment(0xdb, [0, ...quantisers]),
    segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, ...dcLengths, ...dcValues]),
    segment(0xc4, [0x10, ...acLengths, ...acValues]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
  ]);
}
