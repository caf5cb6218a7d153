/** Words of a page's text as it stands: what has a letter in it. Figures of a table are looked up, not read. */
export const wordCount = (text: string): number => text.match(/[^\s]*\p{L}[^\s]*/gu)?.length ?? 0;
