import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { DraftsService } from '../drafts/draftsService.ts';
import type { OfficeKeys } from '../identity/signingKeys.ts';
import type { Municipality } from '../people/municipality.ts';
import type { PeopleData } from '../people/peopleStore.ts';
import { recipientsOf } from '../people/peopleStore.ts';
import type { DurableStore } from '../storage/store.ts';
import type { IssuingParts } from './issuing.ts';
import { Issuing } from './issuing.ts';
import type { IssuedRegister } from './issuedRegister.ts';
import { openIssuedRegister } from './issuedRegister.ts';
import type { DraftsToIssue, SealingMemory, SigningKeys } from './ports.ts';
import { PublicationPlaces } from './publicationPlaces.ts';

export interface IssuingServices extends Pick<
  IssuingParts,
  'packs' | 'library' | 'dialogs' | 'onProgress' | 'report' | 'now'
> {
  readonly profileFolder: string;
  readonly drafts: Pick<DraftsService, 'checked' | 'contents' | 'markIssued'>;
  readonly officeKeys: OfficeKeys;
  readonly municipality: Municipality;
  readonly people: DurableStore<PeopleData>;
  readonly sealingMemory: Pick<SealingMemory, 'record' | 'keep'>;
}

export interface OpenedIssuing {
  readonly issuing: Issuing;
  readonly places: PublicationPlaces;
  readonly drafts: DraftsToIssue;
  readonly keys: SigningKeys;
  readonly sealing: SealingMemory;
  readonly register: DurableStore<IssuedRegister>;
  readonly flush: () => Promise<void>;
}

/** Joins issuing to the drafts, keys and people of a profile. Fails as its register's file does. */
export async function openIssuing(services: IssuingServices): Promise<Result<OpenedIssuing>> {
  const register = await openIssuedRegister(services.profileFolder);
  if (!register.ok) return register;
  const { officeKeys, municipality, people, sealingMemory } = services;
  const drafts = draftsToIssue(services.drafts);
  const keys: SigningKeys = {
    list: () => Promise.resolve(officeKeys.list()),
    signer: officeKeys.signer,
    root: () => Promise.resolve(municipality.forPacks()),
  };
  const sealing: SealingMemory = {
    recipients: (ids) => Promise.resolve(recipientsOf(people.read(), ids)),
    record: sealingMemory.record,
    keep: sealingMemory.keep,
  };
  const { packs, library, dialogs, onProgress, report, now } = services;
  const issuing = new Issuing({
    folder: path.join(services.profileFolder, 'temp', 'issuing'),
    register: register.value,
    drafts,
    keys,
    sealing,
    packs,
    library,
    dialogs,
    onProgress,
    report,
    now,
  });
  return ok({
    issuing,
    places: new PublicationPlaces(register.value),
    drafts,
    keys,
    sealing,
    register: register.value,
    flush: register.value.flush,
  });
}

const draftsToIssue = (drafts: IssuingServices['drafts']): DraftsToIssue => ({
  // Only when every file has been read does pre-flight miss nothing.
  open: drafts.checked,
  content: async (draftId, sha256) => {
    const contents = await drafts.contents(draftId);
    if (!contents.ok) return contents;
    const file = contents.value.plainFile(sha256);
    if (file !== null) return ok({ file });
    const opened = await contents.value.stream(sha256);
    return opened.ok ? ok({ open: () => Promise.resolve(opened.value) }) : opened;
  },
  wasIssued: async (draftId, { base, slugs }) => {
    const marked = await drafts.markIssued(draftId, base, slugs);
    return marked.ok ? ok(undefined) : marked;
  },
});
