import type { CommandLine } from 'electron';

/** Chromium's own errands to the network, off. No name is ever resolved, whoever asks. */
export function goOffline(commandLine: CommandLine): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ])
    commandLine.appendSwitch(name);
}
