import * as v from 'valibot';
import type {
  DisposalPlan,
  Disposed,
  DueMeeting,
  IdentityView,
  LetterOutcome,
  ReceiptState,
} from '../exchange/identityViews.ts';
import { newPersonSchema } from '../exchange/newPerson.ts';
import type { ExchangeOutcome, MeetingPeopleView, PeopleView } from '../exchange/peopleViews.ts';
import { request, event, nothing, uuid, shortText, filePaths, passphrase } from './contractEntry.ts';

/** The person of this computer: keys, card, key letters, receipts, disposal. */
export const identityContract = {
  view: request<IdentityView>()(nothing),
  /** Makes the person's keys; a passphrase where the system has no key store. Fails with identityExists, identityPassphrase. */
  make: request<IdentityView>()(v.object({ person: newPersonSchema, passphrase: v.nullable(passphrase) })),
  /** New keys for the same person; what opened before still opens here. The office needs the new card. */
  renew: request<IdentityView>()(nothing),
  unlock: request<IdentityView>()(v.object({ passphrase })),
  lock: request<IdentityView>()(nothing),
  /** Null: no passphrase, because the system has a key store. */
  changePassphrase: request<IdentityView>()(
    v.object({ old: v.nullable(passphrase), fresh: v.nullable(passphrase) }),
  ),
  /** After a forgotten passphrase: what was kept stays aside, locked. */
  startAnew: request<IdentityView>()(v.object({ passphrase: v.nullable(passphrase) })),
  /** Asks where to save; null when the person chose nothing. */
  saveCard: request<{ file: string } | null>()(nothing),
  exportFile: request<{ file: string } | null>()(v.object({ passphrase })),
  /** Asks for a file; null when the person chose nothing. */
  importFile: request<IdentityView | null>()(
    v.object({ filePassphrase: passphrase, passphrase: v.nullable(passphrase) }),
  ),
  /** Asks for key letters. */
  chooseLetters: request<readonly LetterOutcome[]>()(nothing),
  takeLetters: request<readonly LetterOutcome[]>()(v.object({ paths: filePaths })),
  receiptState: request<ReceiptState>()(v.object({ meetingId: uuid })),
  /** Whether the secretary of the meeting's body may know; asked once. */
  agreeToReceipts: request<ReceiptState>()(v.object({ meetingId: uuid, agreed: v.boolean() })),
  /** The person changed their mind about a body's receipts. */
  setReceipts: request<IdentityView>()(v.object({ bodyId: uuid, agreed: v.boolean() })),
  saveReceipt: request<{ file: string } | null>()(v.object({ meetingId: uuid })),
  /** A sealed document is on screen, or no longer: the system blocks pictures of the window where it can. */
  sealedShown: request<void>()(v.object({ shown: v.boolean() })),
  /** Meetings whose documents are to be given back or erased. */
  due: request<readonly DueMeeting[]>()(nothing),
  disposalPlan: request<DisposalPlan>()(v.object({ meetingId: uuid })),
  /** Documents and keys of the pack go; notes stay but for those named. Asks where to save the receipt when one is wanted. */
  dispose: request<Disposed>()(
    v.object({
      meetingId: uuid,
      removeNotes: v.pipe(v.array(uuid), v.maxLength(5000)),
      receipt: v.boolean(),
    }),
  ),
  changed: event<IdentityView>(),
  /** Key letters that were opened from outside (double click). */
  lettersTaken: event<{ outcomes: readonly LetterOutcome[] }>(),
} as const;

/** The people the office sends to, and the office's keys. */
export const peopleContract = {
  view: request<PeopleView>()(nothing),
  /** Cards and receipts: files, or folders full of them. */
  importFiles: request<readonly ExchangeOutcome[]>()(v.object({ paths: filePaths })),
  choose: request<readonly ExchangeOutcome[]>()(v.object({ what: v.picklist(['files', 'folder']) })),
  /** The six words of a card were compared: they match, or they do not and the card is put away. */
  confirm: request<PeopleView>()(v.object({ person: uuid, matches: v.boolean() })),
  /** Whose card it is, when the card has another id than the roster. */
  link: request<PeopleView>()(v.object({ person: uuid, member: v.nullable(uuid) })),
  remove: request<PeopleView>()(v.object({ person: uuid })),
  meeting: request<MeetingPeopleView>()(v.object({ meetingId: uuid })),
  /** Notes that a revision was sent to these people; null: it was not after all. */
  markSent: request<MeetingPeopleView>()(
    v.object({
      meetingId: uuid,
      revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
      members: v.pipe(v.array(uuid), v.maxLength(1000)),
      sent: v.nullable(v.pipe(shortText, v.isoTimestamp())),
    }),
  ),
  saveCsv: request<{ file: string } | null>()(v.object({ meetingId: uuid })),
  /** Writes a key letter for one person and one sealed item; asks where to save. Fails with signingKeyMissing and others. */
  writeLetter: request<{ file: string } | null>()(
    v.object({
      meetingId: uuid,
      itemId: uuid,
      member: uuid,
      keyId: shortText,
      passphrase: v.nullable(passphrase),
    }),
  ),
  makeKey: request<PeopleView>()(v.object({ name: shortText, passphrase: v.nullable(passphrase) })),
  /** Asks for a key file; null when nothing was chosen. */
  importKey: request<PeopleView | null>()(
    v.object({
      name: shortText,
      filePassphrase: v.nullable(passphrase),
      passphrase: v.nullable(passphrase),
    }),
  ),
  removeKey: request<PeopleView>()(v.object({ keyId: shortText })),
  /** Makes the municipality's root key as a file that is kept offline, with the office's keys as first signers. */
  makeRoot: request<PeopleView | null>()(v.object({ municipality: shortText, passphrase })),
  /** Signs a new version of the list of signers with the root's file, which is asked for. */
  setSigners: request<PeopleView | null>()(
    v.object({
      passphrase,
      signers: v.pipe(
        v.array(
          v.object({
            key: shortText,
            name: shortText,
            bodies: v.nullable(v.pipe(v.array(uuid), v.minLength(1), v.maxLength(200))),
            from: shortText,
            to: v.nullable(shortText),
            removed: v.nullable(shortText),
          }),
        ),
        v.maxLength(200),
      ),
    }),
  ),
  /**
   * Makes a new root key. With the old one's passphrase its file is asked for first and names the new one; null: it is
   * lost or stolen. Then asks where to save the new one.
   */
  replaceRoot: request<PeopleView | null>()(v.object({ oldPassphrase: v.nullable(passphrase), passphrase })),
  /** The letter in which the old root names the new one, for the members; asks where to save. Fails with rootOther. */
  saveSuccession: request<{ file: string } | null>()(nothing),
  changed: event<PeopleView>(),
  /** Cards and receipts that were dropped on the window or opened from outside. */
  taken: event<{ outcomes: readonly ExchangeOutcome[] }>(),
} as const;
