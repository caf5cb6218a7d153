import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Draft, DraftFile, DraftItem } from '../../../core/draft/draft.ts';
import { ok } from '../../../core/errors.ts';
import type { IssueOrder, IssueProgress } from '../../../core/issuing/issuing.ts';
import type { Finding } from '../../../core/preflight/finding.ts';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { Issuing } from '../../../electron/issuing/issuing.ts';
import type { IssuingParts } from '../../../electron/issuing/issuing.ts';
import { openIssuedRegister } from '../../../electron/issuing/issuedRegister.ts';
import type { DraftsToIssue } from '../../../electron/issuing/ports.ts';
import { PublicationPlaces } from '../../../electron/issuing/publicationPlaces.ts';
import { inProcessChannel } from '../../../electron/packs/packChannel.ts';
import { createPackClient } from '../../../electron/packs/packClient.ts';
import { newAgeIdentity, recipientOf } from '../../../electron/sealing/ageBox.ts';
import type { SealingRecord } from '../../../electron/sealing/sealingRecord.ts';
import { draftId, sampleDraft, sampleFile, sampleItem, sampleSeal } from '../../support/draftBuilders.ts';
import { valueOf } from '../../support/packReading.ts';
import { testSigner } from '../../support/testSigner.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';
import { newFolder, openLibrary } from '../library/profileScene.ts';

/** An office with one draft, a real library, real packs and a shared folder; people and keys are made up. */
export interface IssuingScene {
  readonly issuing: Issuing;
  readonly library: LibraryService;
  readonly shared: string;
  readonly saved: string;
  readonly placeId: string;
  readonly progress: IssueProgress[];
  /** What the system's dialog answers. */
  answer: { file: string | null };
  draft: Draft;
  findings: readonly Finding[];
  /** Makes a PDF of this text one of the draft's files. */
  readonly file: (text: string) => Promise<DraftFile>;
  readonly order: (changes?: Partial<IssueOrder>) => IssueOrder;
  readonly filesIn: (folder: string) => Promise<readonly string[]>;
  readonly workFolder: string;
}

export async function issuingScene(changes: Partial<IssuingParts> = {}): Promise<IssuingScene> {
  const profile = await newFolder();
  const [shared, saved, contents] = [await newFolder(), await newFolder(), await newFolder()];
  const library = await openLibrary(profile);
  const register = valueOf(await openIssuedRegister(profile));
  const places = new PublicationPlaces(register);
  const [place] = valueOf(await places.add(shared));
  const records = new Map<string, SealingRecord>();
  const recipient = await recipientOf(await newAgeIdentity());
  const progress: IssueProgress[] = [];
  const answer = { file: path.join(saved, 'Kallelse.beredd') as string | null };
  const drafts: DraftsToIssue = {
    open: () => Promise.resolve(ok({ draft: scene.draft, findings: scene.findings })),
    content: (_draft, sha256) => Promise.resolve(ok({ file: path.join(contents, sha256) })),
    wasIssued: (_draft, { base }) => {
      scene.draft = { ...scene.draft, base };
      return Promise.resolve(ok(undefined));
    },
  };
  const workFolder = path.join(profile, 'temp', 'issuing');
  const issuing = new Issuing({
    folder: workFolder,
    register,
    drafts,
    keys: {
      list: () => Promise.resolve([]),
      signer: () => Promise.resolve(ok(testSigner())),
      root: () => Promise.resolve(null),
    },
    sealing: {
      recipients: () => Promise.resolve({ recipients: [recipient], withoutCard: [] }),
      record: (_pack, item) => Promise.resolve(ok(records.get(item) ?? null)),
      keep: (_pack, kept) => {
        for (const [item, record] of kept) records.set(item, record);
        return Promise.resolve(ok(undefined));
      },
    },
    packs: createPackClient(inProcessChannel),
    library,
    dialogs: { choosePackToSave: () => Promise.resolve(answer.file) },
    onProgress: (told) => progress.push(told),
    report: (error) => {
      throw error;
    },
    now: () => Date.UTC(2026, 10, 24, 8, 30),
    ...changes,
  });
  const scene: IssuingScene = {
    issuing,
    library,
    shared,
    saved,
    placeId: place?.id ?? '',
    progress,
    answer,
    draft: sampleDraft(),
    findings: [],
    file: async (text) => {
      const bytes = tinyPdf(text);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await mkdir(contents, { recursive: true });
      await writeFile(path.join(contents, sha256), bytes);
      return sampleFile(`${text}.pdf`, { sha256, size: bytes.length, pageCount: 1 });
    },
    order: (changed = {}) => ({
      draftId: scene.draft.id,
      carry: 'full',
      note: '',
      keyId: 'any',
      passphrase: null,
      saveAs: false,
      places: [scene.placeId],
      ...changed,
    }),
    filesIn: async (folder) => (await readdir(folder)).toSorted(),
    workFolder,
  };
  return scene;
}

export const job = (): string => randomUUID();

/** An item with one document of this file. */
export const itemWith = (n: number, file: DraftFile, changes: Partial<DraftItem> = {}): DraftItem =>
  sampleItem(n, {
    number: String(n),
    documents: [
      {
        id: draftId('document', n),
        title: `Handling ${n}`,
        documentKind: 'attachment',
        file: file.sha256,
        pages: null,
        personalData: false,
        withOriginal: false,
        extensions: {},
      },
    ],
    ...changes,
  });

export const sealed = sampleSeal();
