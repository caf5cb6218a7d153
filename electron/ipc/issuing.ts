import path from 'node:path';
import type { Handlers } from '../../core/contract.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { savableWords } from '../../core/files/savableName.ts';
import { agendaPage } from '../../core/issuing/agendaPage.ts';
import type { Manifest, Sha256, Uuid } from '../../core/pack/manifest.ts';
import { reuseOf } from '../../core/sealing/recipients.ts';
import type { Language } from '../../core/settings/settings.ts';
import type { IssuedRecord } from '../issuing/issuedRegister.ts';
import { issuePlan } from '../issuing/issuePlan.ts';
import type { Issuing } from '../issuing/issuing.ts';
import type { MailDraft } from '../issuing/mailDraft.ts';
import { pageWords } from '../issuing/pageWords.ts';
import type { PageToPdf } from '../issuing/pageToPdf.ts';
import type { DraftsToIssue, IssuingDialogs, SealingMemory, SigningKeys } from '../issuing/ports.ts';
import { readersOfHolder, sealedHolders } from '../issuing/preparePack.ts';
import type { PublicationPlaces } from '../issuing/publicationPlaces.ts';
import { saveOpenVersion } from '../issuing/saveOpenVersion.ts';
import type { WriteFile } from '../issuing/writeFile.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { Texts } from '../windows/texts.ts';

/** What the handlers of `issuing` work on. */
export interface IssuingHandlerParts {
  readonly issuing: Pick<
    Issuing,
    'issue' | 'cancel' | 'issued' | 'record' | 'fileOf' | 'publishAgain' | 'baseOf' | 'lastKeyId'
  >;
  readonly places: Pick<PublicationPlaces, 'list' | 'add' | 'remove'>;
  readonly drafts: Pick<DraftsToIssue, 'open'>;
  readonly keys: Pick<SigningKeys, 'list'>;
  readonly sealing: Pick<SealingMemory, 'recipients' | 'record'>;
  readonly library: Pick<LibraryService, 'revisions' | 'documentFile'>;
  readonly dialogs: Omit<IssuingDialogs, 'choosePackToSave'>;
  readonly beginMail: (file: string, subject: string) => Promise<MailDraft>;
  readonly pageToPdf: PageToPdf;
  readonly writeFile: WriteFile;
  readonly language: () => Language;
  readonly texts: () => Texts;
}

export function issuingHandlers(parts: IssuingHandlerParts): Handlers['issuing'] {
  const { issuing, places, dialogs } = parts;
  return {
    plan: async ({ draftId }) => {
      const opened = await parts.drafts.open(draftId);
      if (!opened.ok) return opened;
      const { draft, findings } = opened.value;
      const base = await issuing.baseOf(draft);
      return ok(
        issuePlan({
          draft,
          findings,
          keys: await parts.keys.list(),
          lastKeyId: issuing.lastKeyId(),
          places: await places.list(),
          // Without the base at hand only a full pack can be made.
          baseContents:
            base.ok && base.value !== null ? new Set(base.value.files.map(({ sha256 }) => sha256)) : null,
          sealedBefore: await sealedBefore(draft, parts.sealing),
          withoutCard: await namesWithoutCard(draft, parts.sealing),
        }),
      );
    },
    issue: ({ job, order }) => issuing.issue(job, order),
    cancel: ({ job }) => {
      issuing.cancel(job);
      return Promise.resolve(ok(undefined));
    },
    issued: ({ meetingId }) => Promise.resolve(ok(issuing.issued(meetingId))),
    publish: ({ job, issueId, placeId }) => issuing.publishAgain(job, issueId, placeId),
    addPlace: async () => {
      const folder = await dialogs.choosePublicationFolder();
      return folder === null ? ok(null) : places.add(folder);
    },
    removePlace: ({ placeId }) => places.remove(placeId),
    reveal: async ({ issueId }) => {
      const found = await issuedFile(issuing, issueId);
      if (!found.ok) return found;
      dialogs.showInFolder(found.value.file);
      return ok(undefined);
    },
    mail: async ({ issueId }) => {
      const found = await issuedFile(issuing, issueId);
      if (!found.ok) return found;
      const { file, record } = found.value;
      const { title, revision } = record;
      return ok(await parts.beginMail(file, parts.texts()('shell.page.mailSubject', { title, revision })));
    },
    saveSummons: async ({ issueId }) => {
      const manifest = await issuedManifest(parts, issueId);
      if (!manifest.ok) return manifest;
      const words = pageWords(manifest.value, parts.language(), parts.texts());
      const file = await dialogs.choosePdfToSave(
        `${savableWords(`${words.summons} ${manifest.value.meeting.body.name} ${dayOf(manifest.value)}`)}.pdf`,
      );
      if (file === null) return ok(null);
      const page = agendaPage(manifest.value, words, { addressOf: () => null, withRoster: true });
      const written = await parts.writeFile(file, await parts.pageToPdf(page));
      return written.ok ? ok({ file }) : written;
    },
    saveOpenVersion: async ({ issueId }) => {
      const manifest = await issuedManifest(parts, issueId);
      if (!manifest.ok) return manifest;
      const parent = await dialogs.chooseFolderToSaveIn();
      if (parent === null) return ok(null);
      const text = parts.texts();
      const name = `${manifest.value.meeting.body.name} ${dayOf(manifest.value)} ${text('shell.page.openVersion')}`;
      return saveOpenVersion(path.join(parent, savableWords(name)), {
        manifest: manifest.value,
        words: pageWords(manifest.value, parts.language(), text),
        documentsFolder: text('shell.page.documentsFolder'),
        storedFile: async (sha256) => (await parts.library.documentFile(sha256))?.path ?? null,
      });
    },
  };
}

const dayOf = ({ meeting }: Manifest): string => meeting.start.slice(0, 10);

/** Names of entitled people who have no card; an id where the roster does not know the person any more. */
async function namesWithoutCard(
  draft: Draft,
  sealing: Pick<SealingMemory, 'recipients'>,
): Promise<readonly string[]> {
  const entitled = [...new Set(sealedHolders(draft).flatMap(readersOfHolder))];
  const { withoutCard } = await sealing.recipients(entitled);
  const members = draft.meeting.body.roster?.members ?? [];
  return withoutCard.map((id) => members.find((member) => member.id === id)?.name ?? id);
}

/** What need not be sealed anew, by item or briefing. */
async function sealedBefore(
  draft: Draft,
  sealing: Pick<SealingMemory, 'recipients' | 'record'>,
): Promise<ReadonlyMap<Uuid, ReadonlySet<Sha256>>> {
  const found = new Map<Uuid, ReadonlySet<Sha256>>();
  for (const holder of sealedHolders(draft)) {
    const { id } = 'item' in holder ? holder.item : holder.briefing;
    const record = await sealing.record(draft.packId, id);
    if (!record.ok || record.value === null) continue;
    const { recipients } = await sealing.recipients(readersOfHolder(holder));
    if (reuseOf(record.value.recipients, recipients) === 'nothing') continue;
    found.set(id, new Set(record.value.entries.flatMap(({ plain }) => plain ?? [])));
  }
  return found;
}

async function issuedFile(
  issuing: Pick<Issuing, 'record' | 'fileOf'>,
  issueId: string,
): Promise<Result<{ readonly file: string; readonly record: IssuedRecord }>> {
  const record = issuing.record(issueId);
  const file = record === null ? null : await issuing.fileOf(record);
  return record === null || file === null ? failure('issueUnknown') : ok({ file, record });
}

async function issuedManifest(
  { issuing, library }: Pick<IssuingHandlerParts, 'issuing' | 'library'>,
  issueId: string,
): Promise<Result<Manifest>> {
  const record = issuing.record(issueId);
  if (record === null) return failure('issueUnknown');
  const revisions = await library.revisions(record.meetingId);
  if (!revisions.ok) return revisions;
  const found = revisions.value.manifests.find(({ sha256 }) => sha256 === record.manifestSha256);
  return found === undefined ? failure('issueUnknown') : ok(found.manifest);
}
