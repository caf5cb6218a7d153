import type { App, WebContents } from 'electron';

/** No page of ours ever leads elsewhere: no navigation, no further window, no embedded page. */
export function guardNavigation(app: App, askToOpenLink: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, askToOpenLink));
}

function guardContents(contents: WebContents, askToOpenLink: (address: string) => void): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    askToOpenLink(url);
    return { action: 'deny' };
  });
  // Without this, WebRTC could still send to an address that no request filter sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
