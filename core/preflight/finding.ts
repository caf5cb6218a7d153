/** What pre-flight looks for. Errors stop issuing; warnings are accepted one by one. */
export const preflightErrors = [
  'noStart',
  'noPlace',
  'noItems',
  'noTitle',
  'fileMissing',
  'fileDamaged',
  'fileEncrypted',
  'fileIsHtml',
  'fileEmpty',
  'fileNotPdf',
  'packTooLarge',
  'pageRangeOutside',
  'sealedWithoutEntitled',
  'sealedContentMissing', // issued, but its content could not be opened for the draft
  'textNotAllowed', // characters that the pack format refuses
] as const;
export const preflightWarnings = [
  'noProposedDecision',
  'noTextLayer',
  'personalIdentityNumber',
  'coordinationNumber',
  'numberGap',
  'numberTwice',
  'deadlinePassed',
  'deadlineClose',
  'deadlineUnknown',
  'hiddenFromEveryone',
  'namesDifferByCase',
  'itemWithoutDocuments',
  'cardMissing', // an entitled person has no card: blocks only that person
  'convertedPlainly', // made by the built-in converter: may look different
  'hiddenNotSealed', // somebody is not to see an item, but can
  'sealedFileAlsoOpen', // a document of a sealed item stands openly in another
] as const;
export type FindingCode = (typeof preflightErrors)[number] | (typeof preflightWarnings)[number];

/** One thing to mend or to accept, and where it is. */
export interface Finding {
  /** The same as long as what it tells of is the same: what was accepted stays accepted, anything new is told anew. */
  readonly key: string;
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  readonly accepted: boolean;
  readonly itemId: string | null;
  readonly documentId: string | null;
  readonly person: string | null;
  /** 1-based page of the document. */
  readonly page: number | null;
  /** Fills the placeholders of the wording. */
  readonly detail: Readonly<Record<string, string | number>>;
}
