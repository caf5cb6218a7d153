const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Anybody's words as HTML text or as a quoted attribute's value: nothing in them becomes markup. */
export const escapeHtml = (words: string): string =>
  words.replace(/[&<>"']/g, (found) => entities[found] ?? '');
