import { clipboard, dialog, shell, type BrowserWindow } from 'electron';
import type { LinkAnswer } from '../../core/contract.ts';
import { failure, ok, type Result } from '../../core/errors.ts';
import { outwardAddress, type OutwardAddress } from '../../core/links/outwardAddress.ts';
import { parseAddress } from '../protocol/appOrigin.ts';
import type { Texts } from './texts.ts';

/** Asks before a link leaves the app, and does what the person answers. */
export type AskAboutLink = (address: string) => Promise<Result<LinkAnswer>>;

/** What carries the answer out; Electron's own unless a test says otherwise. */
export interface LinkSystem {
  readonly ask: (window: BrowserWindow, question: LinkQuestion) => Promise<number>;
  readonly open: (address: string) => Promise<void>;
  readonly copy: (address: string) => void;
}

export interface LinkQuestion {
  readonly message: string;
  readonly detail: string;
  /** In this order: open, copy, cancel. */
  readonly buttons: readonly [string, string, string];
}

const answers: readonly LinkAnswer[] = ['opened', 'copied', 'cancelled'];
/** Longer addresses are shown with their middle left out: the dialog must fit the screen. */
const shownLength = 600;

const electronSystem: LinkSystem = {
  async ask(window, { message, detail, buttons }) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message,
      detail,
      buttons: [...buttons],
      defaultId: 2,
      cancelId: 2,
      noLink: true,
    });
    return response;
  },
  open: (address) => shell.openExternal(address),
  copy: (address) => clipboard.writeText(address),
};

/**
 * The dialog is the shell's own, so that nothing a page does can open a link by itself. One question at a time: a second
 * while one is open counts as cancelled. Fails with `linkRefused` for what may not leave the app, `linkNotOpened` when
 * no program takes it.
 */
export function linkAsker(
  window: () => BrowserWindow | null,
  texts: () => Texts,
  system: LinkSystem = electronSystem,
): AskAboutLink {
  let isAsking = false;
  return async (address) => {
    const judged = outwardAddress(parseAddress(address));
    if (typeof judged === 'string') return failure('linkRefused', refusal(judged, address));
    const owner = window();
    if (owner === null || isAsking) return ok('cancelled');
    isAsking = true;
    const chosen = await system.ask(owner, question(judged, texts())).finally(() => (isAsking = false));
    const answer = answers[chosen] ?? 'cancelled';
    if (answer === 'copied') system.copy(judged.address);
    return answer === 'opened' ? open(judged.address, system) : ok(answer);
  };
}

async function open(address: string, system: LinkSystem): Promise<Result<LinkAnswer>> {
  try {
    await system.open(address);
    return ok('opened');
  } catch {
    // The system has no program for it, or that program does not start.
    return failure('linkNotOpened');
  }
}

function refusal(why: string, address: string): { detail: Record<string, string> } {
  const scheme = /^[a-z][a-z0-9+.-]{0,30}:/i.exec(address)?.[0] ?? '';
  return { detail: { why, what: scheme.toLowerCase() } };
}

function question(target: OutwardAddress, text: Texts): LinkQuestion {
  const buttons = (open: string): LinkQuestion['buttons'] => [
    open,
    text('shell.link.copy'),
    text('shell.cancel'),
  ];
  if (target.kind === 'mail')
    return {
      message: text('shell.link.mailTo', { recipient: target.recipient }),
      detail: shortened(target.address),
      buttons: buttons(text('shell.link.openMail')),
    };
  const warnings = [
    target.looksLike === null ? '' : text('shell.link.looksLike', { host: target.looksLike }),
    target.isEncrypted ? '' : text('shell.link.notEncrypted'),
  ].filter((warning) => warning !== '');
  return {
    message: text('shell.link.question', { host: target.host }),
    detail: [shortened(target.address), ...warnings].join('\n\n'),
    buttons: buttons(text('shell.link.open')),
  };
}

function shortened(address: string): string {
  if (address.length <= shownLength) return address;
  return `${address.slice(0, shownLength - 100)} … ${address.slice(-100)}`;
}
