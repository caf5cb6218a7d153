import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import type { LinkQuestion, LinkSystem } from '../../../electron/windows/externalLinks.ts';
import { linkAsker } from '../../../electron/windows/externalLinks.ts';
import { textsIn } from '../../../electron/windows/texts.ts';

vi.mock('electron', () => ({ clipboard: {}, dialog: {}, shell: {} }));

const window = {} as BrowserWindow;
let asked: LinkQuestion[];
let opened: string[];
let copied: string[];
let answer: number;
let system: LinkSystem;
beforeEach(() => {
  [asked, opened, copied, answer] = [[], [], [], 0];
  system = {
    ask: (_window, question) => {
      asked.push(question);
      return Promise.resolve(answer);
    },
    open: (address) => {
      opened.push(address);
      return Promise.resolve();
    },
    copy: (address) => copied.push(address),
  };
});
const asker = () =>
  linkAsker(
    () => window,
    () => textsIn('sv'),
    system,
  );

describe('a link out of the app', () => {
  it('is opened after a question that shows its host and the whole address', async () => {
    expect(await asker()('https://play.granasa.example/sandning?id=7')).toEqual({
      ok: true,
      value: 'opened',
    });
    expect(asked).toEqual([
      {
        message: 'Vill du öppna play.granasa.example i webbläsaren?',
        detail: 'https://play.granasa.example/sandning?id=7',
        buttons: ['Öppna i webbläsaren', 'Kopiera adressen', 'Avbryt'],
      },
    ]);
    expect(opened).toEqual(['https://play.granasa.example/sandning?id=7']);
  });

  it('is copied, not opened, when that is the answer', async () => {
    answer = 1;
    expect(await asker()('http://granasa.example/a')).toEqual({ ok: true, value: 'copied' });
    expect([copied, opened]).toEqual([['http://granasa.example/a'], []]);
    expect(asked[0]?.detail).toContain('inte krypterad');
  });

  it('stays closed when the person says no', async () => {
    answer = 2;
    expect(await asker()('https://granasa.example/')).toEqual({ ok: true, value: 'cancelled' });
    expect([copied, opened]).toEqual([[], []]);
  });

  it('shows a host that looks like another as what it is, and what it looks like', async () => {
    await asker()('https://kоmmun.example/');
    expect(asked[0]?.message).toContain('xn--kmmun-jye.example');
    expect(asked[0]?.detail).toContain('skrivs kоmmun.example');
  });

  it('asks about a mail by its mailbox', async () => {
    await asker()('mailto:kansliet@granasa.example?bcc=x@y.example');
    expect(asked[0]?.message).toBe('Vill du skriva ett mejl till kansliet@granasa.example?');
    expect(opened).toEqual(['mailto:kansliet@granasa.example']);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-word:x',
    'granasa.example',
  ])('is refused without a question when it is %s', async (address) => {
    expect(await asker()(address)).toMatchObject({ ok: false, error: { code: 'linkRefused' } });
    expect(asked).toEqual([]);
  });

  it('is one question at a time', async () => {
    let decide: (answer: number) => void = () => undefined;
    system = { ...system, ask: () => new Promise((resolve) => (decide = resolve)) };
    const ask = asker();
    const first = ask('https://a.example/');
    expect(await ask('https://b.example/')).toEqual({ ok: true, value: 'cancelled' });
    decide(0);
    expect(await first).toEqual({ ok: true, value: 'opened' });
    expect(opened).toEqual(['https://a.example/']);
  });

  it('that no program takes is told', async () => {
    system = { ...system, open: () => Promise.reject(new Error('no handler')) };
    expect(await asker()('mailto:a@b.example')).toMatchObject({
      ok: false,
      error: { code: 'linkNotOpened' },
    });
  });

  it('shows a very long address with its middle left out', async () => {
    await asker()(`https://a.example/${'x'.repeat(1500)}slut`);
    expect(asked[0]?.detail.length).toBeLessThan(700);
    expect(asked[0]?.detail).toMatch(/^https:\/\/a\.example\/x+ … x+slut$/);
  });
});
