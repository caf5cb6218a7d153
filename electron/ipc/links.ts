import type { Handlers } from '../../core/contract.ts';
import type { AskAboutLink } from '../windows/externalLinks.ts';

export const linksHandlers = (ask: AskAboutLink): Handlers['links'] => ({
  ask: ({ address }) => ask(address),
});
