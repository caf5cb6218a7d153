import type { Handlers } from '../../core/contract.ts';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import { cardExtension } from '../../core/exchange/card.ts';
import { identityExtension } from '../../core/exchange/identityFile.ts';
import type { IdentityView } from '../../core/exchange/identityViews.ts';
import { receiptExtension } from '../../core/exchange/receipt.ts';
import type { Disposal } from '../identity/disposal.ts';
import type { IdentityService } from '../identity/identityService.ts';
import type { Keyring } from '../identity/keyring.ts';
import type { OwnIdentity } from '../identity/ownIdentity.ts';
import type { Disk } from '../storage/disk.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { replaceFile } from '../storage/durableFile.ts';
import { exchangeFileName } from './exchangeFileName.ts';
import type { Dialogs, Emit } from './ports.ts';

export interface IdentityParts {
  readonly service: IdentityService;
  readonly keyring: Keyring;
  readonly own: OwnIdentity;
  readonly disposal: Disposal;
  readonly dialogs: Pick<Dialogs, 'chooseExchangeToSave' | 'chooseExchange'>;
  readonly disk: Disk;
  readonly emit: Emit;
  /** Blocks pictures of the window where the system can. */
  readonly protectContent: (isProtected: boolean) => void;
}

export function identityHandlers(parts: IdentityParts): Handlers['identity'] {
  const { service, keyring, own, disposal, dialogs, disk, protectContent } = parts;

  const thenView = async (work: Promise<Result<unknown>>): Promise<Result<IdentityView>> => {
    const done = await work;
    return done.ok ? ok(service.view()) : done;
  };

  const save = async (
    what: 'card' | 'identity' | 'receipt',
    extension: string,
    bytes: Result<Uint8Array>,
  ): Promise<Result<{ file: string } | null>> => {
    if (!bytes.ok) return bytes;
    const name = exchangeFileName(own.person()?.name ?? 'Beredd', extension);
    const file = await dialogs.chooseExchangeToSave(what, name);
    return file === null ? ok(null) : written(disk, file, bytes.value);
  };

  return {
    view: () => Promise.resolve(ok(service.view())),
    make: ({ person, passphrase }) => thenView(service.make(person, passphrase)),
    renew: () => thenView(own.renew()),
    unlock: ({ passphrase }) => thenView(keyring.unlock(passphrase)),
    lock: () => {
      keyring.lock();
      return Promise.resolve(ok(service.view()));
    },
    changePassphrase: ({ old, fresh }) => thenView(keyring.changePassphrase(old, fresh)),
    startAnew: ({ passphrase }) => thenView(keyring.startAnew(passphrase)),
    saveCard: () => save('card', cardExtension, own.card()),
    exportFile: async ({ passphrase }) =>
      save('identity', identityExtension, await own.exportFile(passphrase)),
    importFile: async ({ filePassphrase, passphrase }) => {
      const [file] = (await dialogs.chooseExchange('identity')) ?? [];
      if (file === undefined) return ok(null);
      try {
        const bytes = (await disk.read(file)) ?? new Uint8Array();
        return await thenView(own.importFile(bytes, filePassphrase, passphrase));
      } catch (error) {
        return diskFailure(error, file);
      }
    },
    chooseLetters: async () => {
      const files = await dialogs.chooseExchange('letters');
      return ok(files === null ? [] : await service.takeLetters(files));
    },
    takeLetters: async ({ paths }) => ok(await service.takeLetters(paths)),
    receiptState: ({ meetingId }) => Promise.resolve(service.receiptState(meetingId)),
    agreeToReceipts: ({ meetingId, agreed }) => service.agreeToReceipts(meetingId, agreed),
    setReceipts: ({ bodyId, agreed }) =>
      thenView(keyring.changeOpen((data) => ({ ...data, receipts: { ...data.receipts, [bodyId]: agreed } }))),
    saveReceipt: ({ meetingId }) => save('receipt', receiptExtension, service.receipt(meetingId, 'opened')),
    sealedShown: ({ shown }) => {
      protectContent(shown);
      return Promise.resolve(ok(undefined));
    },
    due: () => Promise.resolve(ok(disposal.due())),
    disposalPlan: ({ meetingId }) => disposal.plan(meetingId),
    dispose: async ({ meetingId, removeNotes, receipt }) => {
      // Signed before anything goes: afterwards there may be nothing left to name.
      const signed = receipt ? service.receipt(meetingId, 'disposed') : null;
      if (signed !== null && !signed.ok) return signed;
      const disposed = await disposal.dispose(meetingId, removeNotes);
      if (!disposed.ok) return disposed;
      const saved = signed === null ? ok(null) : await save('receipt', receiptExtension, signed);
      if (!saved.ok) return saved;
      return ok({ documentCount: disposed.value.documentCount, receipt: saved.value?.file ?? null });
    },
  };
}

/** Writes a file of the person's choice whole or not at all. */
export async function written(
  disk: Disk,
  file: string,
  bytes: Uint8Array,
): Promise<Result<{ file: string }>> {
  try {
    await replaceFile(disk, file, bytes, { keepPrevious: false });
    return ok({ file });
  } catch (error) {
    return diskFailure(error, file);
  }
}
