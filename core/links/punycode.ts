const base = 36;
const least = 1;
const most = 26;
const skew = 38;
const damp = 700;
const firstBias = 72;
const firstCode = 128;

/** A label of a host without its `xn--` (RFC 3492, 6.2); null when it is no punycode. */
export function decodePunycode(encoded: string): string | null {
  const border = Math.max(0, encoded.lastIndexOf('-'));
  const codes = Array.from(encoded.slice(0, border), (letter) => letter.charCodeAt(0));
  let at = border === 0 && !encoded.startsWith('-') ? 0 : border + 1;
  let code = firstCode;
  let bias = firstBias;
  let position = 0;
  while (at < encoded.length) {
    const before = position;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digitOf(encoded.charCodeAt(at++));
      if (digit === null) return null;
      position += digit * weight;
      const threshold = Math.min(most, Math.max(least, step - bias));
      if (position > 0x7fffffff) return null;
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = codes.length + 1;
    bias = adapt(position - before, length, before === 0);
    code += Math.floor(position / length);
    position %= length;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    codes.splice(position++, 0, code);
  }
  return String.fromCodePoint(...codes);
}

function digitOf(character: number): number | null {
  if (character >= 0x61 && character <= 0x7a) return character - 0x61;
  if (character >= 0x41 && character <= 0x5a) return character - 0x41;
  return character >= 0x30 && character <= 0x39 ? character - 0x30 + 26 : null;
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let steps = 0;
  while (rest > ((base - least) * most) / 2) {
    rest = Math.floor(rest / (base - least));
    steps += base;
  }
  return steps + Math.floor(((base - least + 1) * rest) / (rest + skew));
}
