import type { CommandLine } from 'electron';

/** On Linux Chromium speaks through Speech Dispatcher only when told so; elsewhere it uses the system's voices by itself. */
export function useSystemVoices(commandLine: CommandLine, platform: NodeJS.Platform): void {
  if (platform === 'linux') commandLine.appendSwitch('enable-speech-dispatcher');
}
