import { decodePunycode } from './punycode.ts';

/** How a host is shown to a person who must decide whether to go there. */
export interface HostToShow {
  /** Unambiguous: letters of the Nordic and nearby alphabets as they are written, everything else as punycode. */
  readonly host: string;
  /** What the host looks like where letters of other alphabets could be taken for Latin ones; else null. */
  readonly looksLike: string | null;
}

/** Latin letters that Nordic, Sámi, Finnish, Baltic, Polish, German and French names are written with. */
const knownLetters = /^[a-z0-9\-åäöæøéèüáàâêëíîïóôúûçñýðþßāčēģīķļņšūžąćęłńśźżđŋŧõ]+$/;

/** `asciiHost` as the URL standard serialises it: lower case, labels beyond ASCII as `xn--`. */
export function hostToShow(asciiHost: string): HostToShow {
  if (!asciiHost.includes('xn--')) return { host: asciiHost, looksLike: null };
  const labels = asciiHost
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label));
  if (labels.some((label) => label === null)) return { host: asciiHost, looksLike: null };
  const written = labels.join('.');
  return labels.every((label) => label === '' || knownLetters.test(label ?? ''))
    ? { host: written, looksLike: null }
    : { host: asciiHost, looksLike: written.replace(/[\p{Cc}\p{Cf}]/gu, '') };
}
