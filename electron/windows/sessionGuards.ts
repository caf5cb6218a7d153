import { session, type Session } from 'electron';
import { isAllowedRequest } from './allowedAddresses.ts';

/** What no filter sees (WebRTC over TCP) is sent to a proxy that is not there. */
const nowhere = { proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' };

/** The one session of the window: kept in memory only, no permissions, no network, no dictionary downloads. */
export async function guardedSession(allowDevTools: boolean): Promise<Session> {
  const guarded = session.fromPartition('beredd', { cache: false });
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.setSpellCheckerEnabled(false);
  guarded.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !isAllowedRequest(request.url, allowDevTools) }),
  );
  await guarded.setProxy(nowhere);
  guarded.on('will-download', (event) => event.preventDefault());
  return guarded;
}
