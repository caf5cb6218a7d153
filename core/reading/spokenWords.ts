/** Words as a voice says them, and where in the written words each of their UTF-16 units comes from. */
export interface SpokenWords {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** What Swedish voices spell out or stumble on; only whole words, with or without the full stops. */
const swedish: readonly (readonly [RegExp, string])[] = [
  [/§§/g, 'paragraferna'],
  [/§/g, 'paragraf'],
  [/(?<![\p{L}.])bl\.? ?a\./giu, 'bland annat'],
  [/(?<![\p{L}.])t\.? ?ex\./giu, 'till exempel'],
  [/(?<![\p{L}.])d\.? ?v\.? ?s\./giu, 'det vill säga'],
  [/(?<![\p{L}.])fr\.? ?o\.? ?m\./giu, 'från och med'],
  [/(?<![\p{L}.])t\.? ?o\.? ?m\./giu, 'till och med'],
  [/(?<![\p{L}.])p\.? ?g\.? ?a\./giu, 'på grund av'],
  [/(?<![\p{L}.])m\.? ?fl\./giu, 'med flera'],
  [/(?<![\p{L}.])m\.? ?m\./giu, 'med mera'],
  [/(?<![\p{L}.])s\.? ?k\./giu, 'så kallad'],
  [/(?<![\p{L}.])osv\./giu, 'och så vidare'],
  [/(?<![\p{L}.])resp\./giu, 'respektive'],
  [/(?<![\p{L}.])inkl\./giu, 'inklusive'],
  [/(?<![\p{L}.])exkl\./giu, 'exklusive'],
  [/(?<![\p{L}.])jfr\b\.?/giu, 'jämför'],
  [/(?<![\p{L}.])kap\./giu, 'kapitlet'],
  [/(?<![\p{L}.])kl\. ?(?=\d)/giu, 'klockan '],
  [/(?<![\p{L}.])ca\.? (?=\d)/giu, 'cirka '],
  [/(?<![\p{L}.])nr\.? (?=\d)/giu, 'nummer '],
  [/(?<![\p{L}.])dnr\.?(?![\p{L}])/giu, 'diarienummer'],
  [/(?<![\p{L}.])tkr(?![\p{L}])/giu, 'tusen kronor'],
  [/(?<![\p{L}.])(?:mkr|mnkr)(?![\p{L}])/giu, 'miljoner kronor'],
  [/(?<![\p{L}.])mdkr(?![\p{L}])/giu, 'miljarder kronor'],
];
/** In any language: cells are parted by a breath, dotted lines of a table of contents are silent. */
const anywhere: readonly (readonly [RegExp, string])[] = [
  [/\t+/g, ', '],
  [/(?:\.\s?){4,}|_{3,}/g, ', '],
  [/\u00ad/g, ''],
];

/** Makes written words ready for a voice of a language (BCP 47). Never fails; what it does not know stays. */
export function spokenWords(written: string, language: string): SpokenWords {
  const rules = /^sv\b/i.test(language) ? [...swedish, ...anywhere] : anywhere;
  let text = written;
  let starts = Array.from({ length: written.length }, (_, index) => index);
  for (const [pattern, replacement] of rules) {
    const parts: string[] = [];
    const from: number[] = [];
    let last = 0;
    for (const match of text.matchAll(pattern)) {
      parts.push(text.slice(last, match.index), replacement);
      from.push(...starts.slice(last, match.index));
      const origin = starts[match.index] ?? 0;
      for (let i = 0; i < replacement.length; i++) from.push(origin);
      last = match.index + match[0].length;
    }
    if (last === 0) continue;
    text = parts.join('') + text.slice(last);
    starts = [...from, ...starts.slice(last)];
  }
  return { text, starts: Uint32Array.from(starts) };
}
