import { spawn } from 'node:child_process';
import { shell } from 'electron';

/** How a message with the pack was begun: in the mail program, or by showing the file so that it can be dragged there. */
export type MailDraft = 'opened' | 'revealed';

/**
 * Begins a message with the file attached where the system has a way to ask for that (xdg-email, macOS' Mail);
 * elsewhere the file is shown in its folder and an empty message with the subject is opened.
 */
export async function beginMail(file: string, subject: string): Promise<MailDraft> {
  if (process.platform === 'linux' && (await runs('xdg-email', ['--subject', subject, '--attach', file]))) {
    return 'opened';
  }
  if (process.platform === 'darwin' && (await runs('open', ['-a', 'Mail', file]))) return 'opened';
  shell.showItemInFolder(file);
  await shell.openExternal(`mailto:?subject=${encodeURIComponent(subject)}`).catch(() => undefined);
  return 'revealed';
}

const runs = (program: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
