/** Everything the window may load comes from here; the scheme is ours and reaches neither disk nor network by itself. */
export const appScheme = 'app';
export const appHost = 'ui';
export const startPage = `${appScheme}://${appHost}/index.html`;

/** The address in its parts, or null when it is none. */
export const parseAddress = (address: string): URL | null =>
  URL.canParse(address) ? new URL(address) : null;

/** Whether an address is a page of ours. The window's own frames have no other. */
export function isOwnPage(address: string): boolean {
  const url = parseAddress(address);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost;
}
