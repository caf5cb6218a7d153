import { contract, type EventName } from '../../core/contract.ts';

/** One request of the contract with the name it travels under. */
export interface RequestChannel {
  readonly domain: keyof typeof contract;
  readonly entry: string;
  readonly channel: string;
}

const entries = Object.entries(contract).flatMap(([domain, group]) =>
  Object.entries(group).map(([entry, { direction }]) => ({
    domain: domain as keyof typeof contract,
    entry,
    channel: `${domain}.${entry}`,
    direction,
  })),
);

export const requestChannels: readonly RequestChannel[] = entries.filter(
  ({ direction }) => direction === 'request',
);

export const eventNames: readonly string[] = entries
  .filter(({ direction }) => direction === 'event')
  .map(({ channel }) => channel);

const knownEvents: ReadonlySet<string> = new Set(eventNames);

export const isEventName = (name: string): name is EventName => knownEvents.has(name);
