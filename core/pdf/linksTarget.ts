/** Where a link or bookmark of a PDF leads, as the file says it: nothing of it is trusted or followed here. */
export type LinkTarget =
  /** A page of the same file (1-based) and the height on it, user space; null: the top of the page. */
  | { readonly type: 'page'; readonly page: number; readonly y: number | null }
  /** An absolute address of any scheme. */
  | { readonly type: 'address'; readonly address: string }
  /** Another file, by its name without folders; `page` (1-based) when the link says one. */
  | { readonly type: 'file'; readonly name: string; readonly page: number | null }
  /** An action that is no way to a place: a script, a form, a command. */
  | { readonly type: 'action' };

const maxText = 4096;

/**
 * What the text of a URI action (ISO 32000-1, 12.6.4.7) means. Word writes links to files beside the document as
 * relative addresses, so one without a scheme is a file, unless it looks like a host. Null when it says nothing.
 */
export function targetOfUri(uri: string): LinkTarget | null {
  const text = uri.trim().slice(0, maxText);
  if (text === '') return null;
  if (/^[a-z]:[\\/]|^file:/i.test(text)) return targetOfFile(text.replace(/^file:/i, ''));
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return { type: 'address', address: text };
  if (/^www\.[^\s/]+\.[^\s/]/i.test(text)) return { type: 'address', address: `http://${text}` };
  if (text.startsWith('//')) return { type: 'address', address: `https:${text}` };
  const page = pageOfFragment(text);
  if (text.startsWith('#')) return page === null ? null : { type: 'page', page, y: null };
  return targetOfFile(text);
}

/** A file by its path in any system's manner. Null when the path names none. */
export function targetOfFile(path: string): LinkTarget | null {
  const name = decoded(path.replace(/[?#].*$/s, ''))
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
    .slice(0, 255);
  return name === undefined || name === '' ? null : { type: 'file', name, page: pageOfFragment(path) };
}

/** `#page=12` (RFC 8118, 3). */
function pageOfFragment(text: string): number | null {
  const page = Number(/#(?:.*&)?page=(\d{1,6})\b/i.exec(text)?.[1] ?? 0);
  return page >= 1 ? page : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone % is part of the name.
    return path;
  }
}

/** One line of words out of text from a file: no control characters, none that turn the reading direction. */
export function plainLine(text: string, maxLength = 300): string {
  const words = text
    .replace(/\u00ad/g, '')
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return words.length > maxLength ? `${words.slice(0, maxLength - 1)}…` : words;
}
