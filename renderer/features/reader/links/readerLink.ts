/** A link that leads out of the open documents. The owner of the reader decides what becomes of it. */
export type ReaderLink =
  /** A page of a file: another document of the meeting may hold it. */
  | { readonly type: 'page'; readonly sha256: string; readonly filePage: number }
  | { readonly type: 'address'; readonly address: string }
  | { readonly type: 'file'; readonly name: string; readonly page: number | null }
  | { readonly type: 'action' };
