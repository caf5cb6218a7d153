import { session, type Session } from 'electron';
import { appScheme, parseAddress } from '../protocol/appOrigin.ts';

/** Whether the window may ask for this address at all. DevTools exist only while developing. */
export function isAllowedRequest(address: string, allowDevTools: boolean): boolean {
  const protocol = parseAddress(address)?.protocol;
  if (protocol === `${appScheme}:` || protocol === 'blob:') return true;
  return allowDevTools && protocol === 'devtools:';
}

/** The one session of the window: kept in memory only, no permissions, no network, no dictionary downloads. */
export function guardedSession(allowDevTools: boolean): Session {
  const guarded = session.fromPartition('beredd', { cache: false });
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.setSpellCheckerEnabled(false);
  guarded.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !isAllowedRequest(request.url, allowDevTools) }),
  );
  guarded.on('will-download', (event) => event.preventDefault());
  return guarded;
}
