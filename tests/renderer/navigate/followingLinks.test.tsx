import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../core/errors.ts';
import type { LinkAnswer } from '../../../core/contract.ts';
import type { Result } from '../../../core/errors.ts';
import type { ReaderLink } from '../../../renderer/features/reader/links/readerLink.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { openWorkspace } from '../workspace/openWorkspace.tsx';
import { sampleDocument, sampleItem, sampleView } from '../workspace/meetingBuilders.ts';
import { readerSeen } from '../workspace/ReaderStandIn.tsx';

vi.mock('../../../renderer/features/reader/Reader.tsx', () => import('../workspace/ReaderStandIn.tsx'));

const sha256 = 'f'.repeat(64);
const view = sampleView({
  webcast: 'https://play.granasa.example/ks',
  agenda: [
    sampleItem(1, { documents: [sampleDocument(1, { title: 'Tjänsteskrivelse' })] }),
    sampleItem(2, {
      documents: [
        sampleDocument(2, { title: 'Tjänsteskrivelse' }),
        sampleDocument(3, { title: 'Bilaga 1 Karta', sha256, pages: { from: 11, to: 14 } }),
      ],
    }),
  ],
});

let answer: Result<LinkAnswer>;
beforeEach(() => {
  answer = ok('opened');
});

async function open() {
  const opened = await openWorkspace({ view });
  const { links } = window.beredd.client;
  vi.spyOn(links, 'ask').mockImplementation(() => Promise.resolve(answer));
  const follow = (link: ReaderLink): Promise<void> =>
    act(() => {
      readerSeen.props?.onLink?.(link);
      return Promise.resolve();
    });
  const asked = (): unknown[] =>
    opened.calls.flatMap(({ name, args }) => (name === 'links.ask' ? [args] : []));
  return { follow, asked };
}

const shown = (): string => screen.getByRole('heading', { level: 2, name: /Ärende/ }).textContent;

describe('a link out of a document', () => {
  it('to a file opens the document of that name, in its item', async () => {
    const { follow } = await open();
    await follow({ type: 'file', name: 'Bilaga 1 - Karta.pdf', page: 3 });
    expect(shown()).toContain('Ärende 2');
    expect(readerSeen.went).toContainEqual(['goToPosition', testId(1003), 3, 0]);
  });

  it('to a page of a shared file opens the document that holds it', async () => {
    const { follow } = await open();
    await follow({ type: 'page', sha256, filePage: 12 });
    expect(shown()).toContain('Ärende 2');
    expect(readerSeen.went).toContainEqual(['goToPosition', testId(1003), 2, 0]);
  });

  it.each<[ReaderLink, RegExp]>([
    [{ type: 'file', name: 'Handling utan like.pdf', page: null }, /filen Handling utan like\.pdf/],
    [{ type: 'page', sha256, filePage: 99 }, /sidan 99/],
    [{ type: 'action' }, /kommando eller ett skript/],
  ])('is refused with words when it leads nowhere: %j', async (link, words) => {
    const { follow } = await open();
    await follow(link);
    expect(screen.getByRole('region', { name: 'Något gick inte' }).textContent).toMatch(words);
    expect(shown()).toContain('Ärende 1');
  });

  it('to an address is asked about by the shell, and its refusal is shown', async () => {
    answer = failure('linkRefused', { detail: { why: 'scheme', what: 'smb:' } });
    const { follow, asked } = await open();
    await follow({ type: 'address', address: 'smb://server/share' });
    expect(asked()).toEqual([{ address: 'smb://server/share' }]);
    expect(screen.getByRole('region', { name: 'Något gick inte' }).textContent).toContain('”smb:”');
  });

  it('says when its address was copied', async () => {
    answer = ok('copied');
    const { follow } = await open();
    await follow({ type: 'address', address: 'https://granasa.example/' });
    expect(await screen.findByText('Adressen är kopierad')).toBeInstanceOf(HTMLElement);
  });
});

describe('the webcast', () => {
  it('is asked about from the head of the meeting', async () => {
    const { asked } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Öppna webbsändningen …' }));
    expect(asked()).toEqual([{ address: 'https://play.granasa.example/ks' }]);
  });
});
