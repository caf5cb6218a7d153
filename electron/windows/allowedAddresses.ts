import { appScheme, parseAddress } from '../protocol/appOrigin.ts';

/** Whether the window may ask for this address at all. DevTools exist only while developing. */
export function isAllowedRequest(address: string, allowDevTools: boolean): boolean {
  const protocol = parseAddress(address)?.protocol;
  if (protocol === `${appScheme}:` || protocol === 'blob:') return true;
  return allowDevTools && protocol === 'devtools:';
}
