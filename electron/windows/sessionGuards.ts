import { session, type Session } from 'electron';
import { isAllowedRequest } from './allowedAddresses.ts';

/** What no filter sees (WebRTC over TCP) is sent to a proxy that is not there. */
const nowhere = { proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' };

/** The one session of the window: kept in memory only, no permission but the full screen, no network, no dictionary downloads. */
export async function guardedSession(allowDevTools: boolean): Promise<Session> {
  const guarded = session.fromPartition('beredd', { cache: false });
  guarded.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'fullscreen'));
  guarded.setPermissionCheckHandler((_contents, permission) => permission === 'fullscreen');
  guarded.setDevicePermissionHandler(() => false);
  guarded.setSpellCheckerEnabled(false);
  guarded.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !isAllowedRequest(request.url, allowDevTools) }),
  );
  await guarded.setProxy(nowhere);
  guarded.on('will-download', (event) => event.preventDefault());
  return guarded;
}
