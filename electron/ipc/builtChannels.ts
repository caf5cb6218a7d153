import type { RequestChannel } from './channels.ts';

interface BuiltChannels {
  readonly requests: readonly Pick<RequestChannel, 'domain' | 'entry' | 'channel'>[];
  readonly events: readonly string[];
}

/**
 * The contract's channels by name, written in by the build (`vite.config.ts`). The page waits for the preload script: names
 * are all it needs, and what checks arguments, which main has, takes longer to load than everything else in it.
 */
export const builtChannels: BuiltChannels = JSON.parse(process.env['BEREDD_CHANNELS'] ?? '');
