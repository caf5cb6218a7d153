import type { Handlers } from '../../core/contract.ts';
import { failure, type BereddError, type Result } from '../../core/errors.ts';
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
