import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** LibreOffice as it was found. */
export interface OfficeProgram {
  readonly file: string;
  /** `LibreOffice 24.2.1.2`. */
  readonly version: string;
}

const answerMs = 20_000;

/** Looks for LibreOffice where systems install it; `given` is asked instead when it is set. Null when there is none. */
export async function findOffice(given: string | null): Promise<OfficeProgram | null> {
  for (const file of given === null ? candidates() : [given]) {
    const version = existsSync(file) ? await versionOf(file) : null;
    if (version !== null) return { file, version };
  }
  return null;
}

function candidates(): readonly string[] {
  const inPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) =>
      process.platform === 'win32'
        ? [path.join(folder, 'soffice.exe')]
        : [path.join(folder, 'soffice'), path.join(folder, 'libreoffice')],
    );
  return [...inPath, ...usualPlaces()];
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  if (process.platform === 'win32')
    return ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'].flatMap((name) => {
      const folder = process.env[name];
      return folder === undefined ? [] : [path.join(folder, 'LibreOffice/program/soffice.exe')];
    });
  const opt = existsSync('/opt') ? readdirSync('/opt').filter((name) => /^libreoffice/i.test(name)) : [];
  return [
    '/usr/lib/libreoffice/program/soffice',
    '/usr/lib64/libreoffice/program/soffice',
    '/snap/bin/libreoffice',
    ...opt.map((name) => path.join('/opt', name, 'program/soffice')),
  ];
}

const versionOf = (file: string): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(file, ['--version'], { timeout: answerMs, windowsHide: true }, (error, stdout) => {
      const found = /^(\S+ \d+(?:\.\d+)+)/m.exec(stdout)?.[1];
      resolve(error === null ? (found ?? null) : null);
    });
  });
