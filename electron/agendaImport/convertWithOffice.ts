import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Conversion } from './converter.ts';
import type { OfficeProgram } from './officeProgram.ts';

const taggedPdf = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
const setting = (area: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.Office.Common/Security/Scripting${area}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
/** A document may run no macro and fetch nothing from elsewhere. */
const lockedDown = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${setting('', 'DisableMacrosExecution', 'true')}
${setting('', 'MacroSecurityLevel', '3')}
${setting('', 'BlockUntrustedRefererLinks', 'true')}
${setting('', 'DisableActiveContent', 'true')}
</oor:items>
`;

export interface OfficeOrder {
  readonly office: OfficeProgram;
  /** Under a name with the right extension. */
  readonly file: string;
  /** Empty, and of this conversion alone. */
  readonly folder: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Makes a PDF with LibreOffice, in a profile of its own so that the person's open LibreOffice neither helps nor hinders.
 * Fails with convertFailed (it refused, or took too long) or cancelled.
 */
export async function convertWithOffice(order: OfficeOrder): Promise<Result<Conversion>> {
  const { office, file, folder, signal } = order;
  const profile = path.join(folder, 'profile');
  await fs.mkdir(path.join(profile, 'user'), { recursive: true });
  await fs.writeFile(path.join(profile, 'user/registrymodifications.xcu'), lockedDown);
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--nodefault',
    '--convert-to',
    taggedPdf,
    '--outdir',
    folder,
    file,
  ];
  await run(office.file, args, order);
  if (signal.aborted) return failure('cancelled');
  const pdf = path.join(folder, `${path.parse(file).name}.pdf`);
  // It ends with 0 also when it could not read the file: only the result tells.
  const made = await fs.stat(pdf).catch(() => null);
  if (made === null || made.size === 0) return failure('convertFailed', { file: path.basename(file) });
  return ok({ pdf, by: 'libreOffice', version: office.version });
}

function run(
  program: string,
  args: readonly string[],
  { folder, timeoutMs, signal }: OfficeOrder,
): Promise<void> {
  return new Promise((resolve) => {
    // A group of its own: the program starts others, which must end with it.
    const child = spawn(program, args, {
      cwd: folder,
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      windowsHide: true,
      env: { ...process.env, http_proxy: nowhere, https_proxy: nowhere, ftp_proxy: nowhere },
    });
    const stop = (): void => endGroup(child);
    const timer = setTimeout(stop, timeoutMs);
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    signal.addEventListener('abort', stop);
    child.once('error', done);
    child.once('exit', done);
    if (signal.aborted) stop();
  });
}

const nowhere = 'http://127.0.0.1:9';

function endGroup(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It is gone already, which is what was wanted.
    child.kill('SIGKILL');
  }
}
