import type { Handlers } from '../../core/contract.ts';
import { failure, ok, type BereddError, type Result } from '../../core/errors.ts';
import { defaultLayout } from '../../core/settings/settings.ts';
import type { Settings } from '../library/libraryService.ts';
import { requestChannels } from './channels.ts';

type DomainsWithData = Omit<Handlers, 'app' | 'links'>;

type AnyHandler = (args: never) => Promise<Result<unknown>>;

/** Handlers for a profile that cannot be used: each request fails with the same reason, and nothing is touched. */
export function refusingHandlers(error: BereddError): DomainsWithData {
  const refuse: AnyHandler = () => Promise.resolve(failure(error.code, error));
  const refuseAllOf = (domain: keyof DomainsWithData): Record<string, AnyHandler> =>
    Object.fromEntries(
      requestChannels.filter((request) => request.domain === domain).map(({ entry }) => [entry, refuse]),
    );
  // Every request of a domain has its entry, because the names come from the contract.
  return {
    library: refuseAllOf('library') as DomainsWithData['library'],
    meeting: refuseAllOf('meeting') as DomainsWithData['meeting'],
    notes: refuseAllOf('notes') as DomainsWithData['notes'],
    placements: refuseAllOf('placements') as DomainsWithData['placements'],
    revisions: refuseAllOf('revisions') as DomainsWithData['revisions'],
    find: refuseAllOf('find') as DomainsWithData['find'],
    print: refuseAllOf('print') as DomainsWithData['print'],
    drafts: refuseAllOf('drafts') as DomainsWithData['drafts'],
    issuing: refuseAllOf('issuing') as DomainsWithData['issuing'],
    identity: refuseAllOf('identity') as DomainsWithData['identity'],
    people: refuseAllOf('people') as DomainsWithData['people'],
    preparation: refuseAllOf('preparation') as DomainsWithData['preparation'],
    incoming: refuseAllOf('incoming') as DomainsWithData['incoming'],
    backup: refuseAllOf('backup') as DomainsWithData['backup'],
  };
}

/** Language and theme while no profile can keep them. */
export function unsavedSettings(): {
  readonly settings: () => Settings;
  readonly updateSettings: (patch: Partial<Settings>) => Promise<Result<void>>;
} {
  let settings: Settings = { language: null, theme: 'system', layout: defaultLayout };
  return {
    settings: () => settings,
    updateSettings: (patch) => {
      settings = { ...settings, ...patch };
      return Promise.resolve(ok(undefined));
    },
  };
}
