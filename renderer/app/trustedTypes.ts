interface TrustedTypePolicies {
  readonly createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => unknown;
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypePolicies;
  }
}

/** Only built files of our own may run as a worker. There is no rule for HTML and none for script: those sinks throw. */
export function workerAddress(address: string, page: string): string {
  const { href, origin, pathname } = new URL(address, page);
  const own = new URL(page);
  const isOurs = href.startsWith(`${own.protocol}//${own.host}/assets/`) && pathname.endsWith('.js');
  if (!isOurs) throw new TypeError(`not a worker of ours: ${origin}${pathname}`);
  return href;
}

window.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => workerAddress(address, document.baseURI),
});
