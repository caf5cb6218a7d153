const kinds = ['draft', 'pack', 'meeting', 'body', 'person', 'item', 'document', 'template'] as const;

/** The same UUID for the same kind and number, always. */
export const draftId = (kind: (typeof kinds)[number], n: number): string =>
  `${String(kinds.indexOf(kind) + 1).repeat(8)}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
