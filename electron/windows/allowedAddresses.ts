import { appScheme, parseAddress } from '../protocol/appOrigin.ts';

/** The host to show for a link that may be opened in the person's browser; null for every other kind of address. */
export function hostOfLink(address: string): string | null {
  const url = parseAddress(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.host;
}

/** Whether the window may ask for this address at all. DevTools exist only while developing. */
export function isAllowedRequest(address: string, allowDevTools: boolean): boolean {
  const protocol = parseAddress(address)?.protocol;
  if (protocol === `${appScheme}:` || protocol === 'blob:') return true;
  return allowDevTools && protocol === 'devtools:';
}
