import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Draft } from '../../core/draft/draft.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { IssueOrder, IssueProgress, IssuedPack, Publication } from '../../core/issuing/issuing.ts';
import type { Manifest } from '../../core/pack/manifest.ts';
import { localInstant } from '../cli/localInstant.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { PackClient } from '../packs/packClient.ts';
import type { PackToWrite, WrittenPack } from '../packs/writePack.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { DurableStore } from '../storage/store.ts';
import type { IssuedRecord, IssuedRegister } from './issuedRegister.ts';
import type { Target } from './issueTargets.ts';
import { IssueTargets, publishTo } from './issueTargets.ts';
import { issuedPack } from './issuedPack.ts';
import type { DraftsToIssue, IssuingDialogs, Reporter, SealingMemory, SigningKeys } from './ports.ts';
import type { PreparedPack } from './preparePack.ts';
import { maySign } from './maySign.ts';
import { preparePack, workFolder } from './preparePack.ts';

export interface IssuingParts {
  /** In the profile: what is being made, and removed afterwards. */
  readonly folder: string;
  readonly register: DurableStore<IssuedRegister>;
  readonly drafts: DraftsToIssue;
  readonly keys: SigningKeys;
  readonly sealing: SealingMemory;
  readonly packs: Pick<PackClient, 'writePack' | 'verifyPack'>;
  readonly library: Pick<LibraryService, 'importFiles' | 'confirmKey' | 'revisions' | 'documentFile'>;
  readonly dialogs: Pick<IssuingDialogs, 'choosePackToSave'>;
  readonly onProgress: (progress: IssueProgress) => void;
  readonly report: Reporter;
  readonly now: () => number;
}

/** From a draft to a signed pack in its places, one at a time. */
export class Issuing {
  readonly #parts: IssuingParts;
  readonly #targets: IssueTargets;
  #running: { readonly job: string; readonly controller: AbortController } | null = null;

  constructor(parts: IssuingParts) {
    this.#parts = parts;
    this.#targets = new IssueTargets(parts.register, parts.dialogs);
  }

  cancel(job: string): void {
    if (this.#running?.job === job) this.#running.controller.abort();
  }

  stop(): void {
    this.#running?.controller.abort();
  }

  /**
   * Null when the person chose no file. Nothing is published, taken in or remembered unless the whole pack was written
   * and every byte of it checked. Fails with `draftNotReady`, what is wrong with key or documents, `diskFull`,
   * `diskDenied` or `cancelled`.
   */
  async issue(job: string, order: IssueOrder): Promise<Result<IssuedPack | null>> {
    if (this.#running !== null) return failure('cancelled');
    const controller = new AbortController();
    this.#running = { job, controller };
    try {
      return await this.#issue(job, order, controller.signal);
    } finally {
      this.#running = null;
    }
  }

  async #issue(job: string, order: IssueOrder, signal: AbortSignal): Promise<Result<IssuedPack | null>> {
    const { drafts, keys } = this.#parts;
    const opened = await drafts.open(order.draftId);
    if (!opened.ok) return opened;
    const { findings } = opened.value;
    const draft: Draft = { ...opened.value.draft, note: order.note };
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (errors > 0) return failure('draftNotReady', { detail: { count: errors } });
    const signer = await keys.signer(order.keyId, order.passphrase);
    if (!signer.ok) return signer;
    const root = (await keys.root()) ?? null;
    const issued = localInstant(new Date(this.#parts.now()));
    const allowed = maySign(root, { key: signer.value.publicKey.line, body: draft.meeting.body, issued });
    if (!allowed.ok) return allowed;
    const targets = await this.#targets.ofOrder(draft, order);
    if (!targets.ok || targets.value === null) return targets.ok ? ok(null) : targets;
    const base = await this.baseOf(draft);
    if (!base.ok) return base;
    const supplement = order.carry === 'supplement' && base.value !== null;
    const { folder, remove } = await workFolder(this.#parts.folder, job);
    try {
      const prepared = await preparePack({
        draft,
        issued,
        supplement,
        base: base.value,
        storedFile: async (sha256) => (await this.#parts.library.documentFile(sha256))?.path ?? null,
        drafts,
        sealing: this.#parts.sealing,
        folder,
        signal,
        onSealed: (bytesDone, bytesTotal) => this.#tell(job, 'sealing', bytesDone, bytesTotal),
      });
      if (!prepared.ok) return prepared;
      const pack: PackToWrite = {
        manifest: prepared.value.manifest,
        sources: prepared.value.sources,
        notCarried: prepared.value.notCarried,
        signer: signer.value,
        ...(root === null ? {} : { root }),
      };
      const staged = path.join(folder, 'pack.beredd');
      const written = await this.#writeAndCheck(job, staged, pack, signal);
      if (!written.ok) return written;
      return await this.#sendOut({
        job,
        draft,
        order: { ...order, carry: supplement ? 'supplement' : 'full' },
        staged,
        written: written.value,
        prepared: prepared.value,
        issuerKey: signer.value.publicKey.line,
        targets: targets.value,
        signal,
      });
    } catch (error) {
      return diskFailure(error, this.#parts.folder);
    } finally {
      await remove().catch(this.#parts.report);
    }
  }

  lastKeyId(): string | null {
    return this.#parts.register.read().lastKeyId;
  }

  /** The manifest that a draft goes on from; null for a first revision. Fails with packBaseMissing. */
  async baseOf(draft: Draft): Promise<Result<Manifest | null>> {
    const { base } = draft;
    if (base === null) return ok(null);
    const revisions = await this.#parts.library.revisions(draft.meeting.id);
    const found = (revisions.ok ? revisions.value.manifests : []).find(
      ({ sha256 }) => sha256 === base.manifestSha256,
    );
    return found === undefined
      ? failure('packBaseMissing', { detail: { revision: base.revision } })
      : ok(found.manifest);
  }

  async #writeAndCheck(
    job: string,
    file: string,
    pack: PackToWrite,
    signal: AbortSignal,
  ): Promise<Result<WrittenPack>> {
    const { packs } = this.#parts;
    const written = await packs.writePack(file, pack, {
      signal,
      onProgress: (done, total) => this.#tell(job, 'writing', done, total),
    });
    if (!written.ok) return written;
    const checked = await packs.verifyPack(file, {
      signal,
      onProgress: (done, total) => this.#tell(job, 'checking', done, total),
    });
    if (!checked.ok) return checked;
    const [damaged] = checked.value.damaged;
    if (damaged !== undefined) return failure('packDocumentDamaged', { detail: { document: damaged } });
    return written;
  }

  async #sendOut(work: {
    readonly job: string;
    readonly draft: Draft;
    readonly order: IssueOrder;
    readonly staged: string;
    readonly written: WrittenPack;
    readonly prepared: PreparedPack;
    readonly issuerKey: string;
    readonly targets: readonly Target[];
    readonly signal: AbortSignal;
  }): Promise<Result<IssuedPack>> {
    const { draft, written, staged, prepared, issuerKey } = work;
    // From here on the revision exists: what it sealed is remembered first, so that no key can be lost.
    const kept = await this.#parts.sealing.keep(draft.packId, prepared.records);
    if (!kept.ok) return kept;
    const publications = await this.#publish(work.job, staged, work.targets, work.signal);
    const failed = publications.find(({ error }) => error !== null);
    if (failed?.error && publications.every(({ error }) => error !== null)) {
      return { ok: false, error: failed.error };
    }
    await this.#takeIn(staged, issuerKey);
    const { manifest, manifestSha256, bytes } = written;
    const record: IssuedRecord = {
      issueId: randomUUID(),
      meetingId: manifest.meeting.id,
      packId: manifest.pack.id,
      bodyId: manifest.meeting.body.id,
      revision: manifest.pack.revision,
      title: manifest.meeting.title,
      issued: manifest.pack.issued,
      carry: work.order.carry,
      bytes,
      manifestSha256,
      issuerKey,
      files: publications.filter(({ error }) => error === null).map(({ file }) => file),
    };
    const saved = await this.#parts.register.update((register) => ({
      ...register,
      lastKeyId: work.order.keyId,
      issued: [record, ...register.issued],
    }));
    if (!saved.ok) return saved;
    const moved = await this.#parts.drafts.wasIssued(draft.id, {
      base: { revision: record.revision, manifestSha256, issued: record.issued },
      slugs: new Map([...prepared.records].map(([itemId, { slug }]) => [itemId, slug])),
    });
    if (!moved.ok) return moved;
    return ok(issuedPack(record, publications));
  }

  /** The office sees its own pack as readers do, and later revisions go on from it. */
  async #takeIn(staged: string, issuerKey: string): Promise<void> {
    const { library, report } = this.#parts;
    const [outcome] = await library.importFiles([staged], { job: randomUUID() });
    if (outcome?.result.kind === 'refused')
      report(new Error(`own pack refused: ${outcome.result.error.code}`));
    const known = await library.confirmKey(issuerKey, true);
    if (!known.ok) report(new Error(`own key not confirmed: ${known.error.code}`));
  }

  /** Packs issued for a meeting, the newest first. */
  issued(meetingId: string): readonly IssuedPack[] {
    const { issued } = this.#parts.register.read();
    return issued.filter((each) => each.meetingId === meetingId).map((record) => issuedPack(record));
  }

  record(issueId: string): IssuedRecord | null {
    return this.#parts.register.read().issued.find((each) => each.issueId === issueId) ?? null;
  }

  /** The first of the issued pack's files that is still there with its size; null when all are gone. */
  async fileOf({ files, bytes }: IssuedRecord): Promise<string | null> {
    for (const file of files) {
      const size = await fs.stat(file).then(
        (stat) => stat.size,
        () => null,
      );
      if (size === bytes) return file;
    }
    return null;
  }

  /** Puts an issued pack into one more place. Null when the person chose no file. */
  async publishAgain(
    job: string,
    issueId: string,
    placeId: string | null,
  ): Promise<Result<IssuedPack | null>> {
    const record = this.record(issueId);
    const source = record === null ? null : await this.fileOf(record);
    if (record === null || source === null) return failure('issueUnknown');
    const target = await this.#targets.ofPack(record, placeId);
    if (!target.ok || target.value === null) return target.ok ? ok(null) : target;
    const [publication] = await this.#publish(job, source, [target.value], new AbortController().signal);
    if (publication === undefined || publication.error !== null) {
      return { ok: false, error: publication?.error ?? { code: 'unexpected' } };
    }
    const files = [...new Set([...record.files, publication.file])];
    const saved = await this.#parts.register.update((register) => ({
      ...register,
      issued: register.issued.map((each) => (each.issueId === issueId ? { ...each, files } : each)),
    }));
    return saved.ok ? ok(issuedPack({ ...record, files })) : saved;
  }

  #publish(
    job: string,
    staged: string,
    targets: readonly Target[],
    signal: AbortSignal,
  ): Promise<readonly Publication[]> {
    return publishTo(staged, targets, {
      signal,
      onProgress: (done, total) => this.#tell(job, 'publishing', done, total),
    });
  }

  #tell(job: string, phase: IssueProgress['phase'], bytesDone: number, bytesTotal: number): void {
    this.#parts.onProgress({ job, phase, bytesDone, bytesTotal });
  }
}
