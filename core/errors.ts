/**
 * Everything that can go wrong in a way we expect. A failure is a value, never a sentence: the wording for each code
 * stands in the message catalogues (`assets/messages/<language>/errors.json`), three texts a code: what happened, why,
 * and what to do.
 */
export const errorCodes = [
  // a pack
  'packUnreadable', // the file cannot be opened or read at all
  'packEmpty', // zero bytes
  'packIsHtml', // a web page saved under a pack's name
  'packNotAPack', // something else: not a ZIP, or no beredd media type
  'packCut', // ends too early, or bytes follow its end
  'packContainer', // breaks a rule of the container; detail.rule, detail.entry
  'packTooLarge',
  'packUnsigned',
  'packSignature', // the signature does not fit the bytes: edited after it was issued
  'packManifest', // signed but not a valid manifest; detail.rule, detail.path
  'packNewer', // version or `requires` of a newer Beredd
  'packDocumentDamaged', // one document's bytes are not what was signed; detail.document
  'packFork', // same revision, other content
  'packForeignKey', // a known pack id under another key
  'packBaseMissing', // a supplement's base revision is not here; detail.revision
  'packKeyDeclined', // the person said that the six words differ
  'packSigner', // the root's list does not let its issuer issue it; detail.why: 'otherBody' | 'notListed' | 'outsideDates' | 'removed'; detail.signer, detail.body
  // a folder to build from
  'folderUnreadable',
  'folderMeeting', // meeting.json is missing or wrong; detail.path, detail.rule
  'folderItem', // an item.json is wrong; detail.path, detail.rule
  'folderEmpty',
  'keyUnreadable',
  'keyPassphrase',
  'fileExists',
  // a document
  'documentMissing', // listed but its bytes are not here
  'documentDamaged',
  'documentEncrypted',
  'documentNotPdf', // detail.looksLike: 'html' | 'empty' | 'other'
  'documentTooSlow', // a page that did not finish; detail.page
  'documentSealed',
  // a link
  'linkRefused', // detail.why: 'scheme' | 'notAnAddress' | 'credentials' | 'action' | 'file' | 'page'; detail.what
  'linkNotOpened', // no program of the system takes it
  // a print
  'printEmpty', // nothing was chosen, or what was chosen is gone
  'printTooLarge', // composing it needs more memory than there is
  'printNotOpened', // no program of the system takes a PDF
  // a draft
  'draftUnknown',
  'draftDamaged', // set aside under detail.setAside
  'draftEdit', // the edit does not fit the draft as it stands; detail.rule
  'draftLocked', // its sealed items cannot be unlocked on this computer
  'importNothing', // nothing in what was chosen could become a document; detail.rule
  'importZip', // a ZIP that is refused; detail.rule
  'importAgenda', // no agenda was recognised in the text
  'importGone', // the folder or a file disappeared on the way
  'draftNotReady', // pre-flight has errors; detail.count
  'issueUnknown', // an issued pack that this office does not remember, or whose file is gone
  'convertFailed', // Word or ODF: neither converter could read it
  // files that people exchange: card, key letter, receipt, identity
  'exchangeUnreadable', // another kind of file, or not a sound one; detail.rule, detail.path
  'exchangeNewer',
  'exchangeForged', // its signature does not fit
  'cardOtherBody', // detail.name
  'cardExpired', // detail.name, detail.issued
  'cardOlder', // a later card of the person is here; detail.name
  'cardNotCompared', // the person has no card whose six words were compared
  'receiptUnknown', // no card here has the key that signed it
  'letterUnknownIssuer', // signed by another key than the pack's issuer
  'letterUnknownItem', // its meeting or item is not here
  'letterOtherPerson', // the person's key does not open it
  'letterHidden', // the item is hidden from the person, who has a conflict of interest
  // sealed items and keys
  'sealedNotEntitled',
  'sealedDamaged', // what was decrypted is not what was signed; detail.rule
  'identityMissing', // nobody has made one on this computer
  'identityExists',
  'identityLocked',
  'identityPassphrase', // detail.reason: 'needed' | 'wrong'
  'identityDamaged',
  'signingKeyMissing',
  'successionUnknown', // a letter about a new root key, signed by a root that was not confirmed here; detail.municipality
  'rootOther', // the key file is not the municipality's root
  // the profile
  'profileLocked', // another Beredd uses it
  'profileNewer',
  'profileDamaged', // set aside under detail.setAside
  'profileUnwritable',
  'notesDamaged', // detail.setAside, detail.kept (operations that could be read)
  'diskFull',
  'diskDenied',
  'watchedFolderGone',
  'notesImport', // a file that holds no notes we know
  'incomingNoMatch', // a PDF with comments that is none of the meeting's documents
  // backup
  'backupDamaged',
  'backupPassphrase',
  'backupNewer',
  'backupNeedsApp', // keys wrapped by the system's key store, asked for where that cannot be reached
  // everything
  'meetingUnknown',
  'noteUnknown',
  'cancelled',
  'invalidArgument',
  'unexpected', // a bug, logged with its cause
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A failure the person can be told about. `file` is the name to show; `detail` fills the placeholders of the wording. */
export interface BereddError {
  readonly code: ErrorCode;
  readonly file?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: BereddError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = (
  code: ErrorCode,
  more: { file?: string; detail?: Readonly<Record<string, string | number>> } = {},
): { readonly ok: false; readonly error: BereddError } => ({ ok: false, error: { code, ...more } });
