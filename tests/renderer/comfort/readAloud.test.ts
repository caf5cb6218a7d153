import { beforeEach, describe, expect, it } from 'vitest';
import { readingUnits } from '../../../core/reading/readingUnits.ts';
import { defaultComfort } from '../../../core/settings/comfortSettings.ts';
import { ReadAloud } from '../../../renderer/features/reader/readAloud/ReadAloud.ts';
import type {
  ReadablePage,
  ReadablePages,
} from '../../../renderer/features/reader/readAloud/readablePages.ts';
import { voiceFor, voicesFor } from '../../../renderer/features/reader/readAloud/voices.ts';
import { pageOf } from '../../core/text/charactersOf.ts';
import { elin, fakeSpeech, jenny } from './fakeSpeech.ts';

/** A page of paragraphs, each a few sentences on one line. */
function page(...paragraphs: string[]): ReadablePage {
  const text = pageOf(...paragraphs.map((line, i) => ({ text: line, x: 50, y: 700 - i * 60 })));
  const blocks = text.blocks.map((block) => {
    const [first, last] = [text.lines[block.firstLine], text.lines[block.endLine - 1]];
    const words = [{ start: first?.start ?? 0, end: last?.end ?? 0 }];
    return { type: 'paragraph', level: 0, words, language: '' } as const;
  });
  const options = { language: 'sv', silent: [], figure: (alternative: string) => alternative };
  return { text, language: 'sv', units: readingUnits(text, blocks, options) };
}

const scan = null;
const first = page('Ett. Två.', 'Tre.');
const last = page('Fyra. Fem.');

function reading(rows: readonly (ReadablePage | null)[], speech = fakeSpeech()) {
  const pages: ReadablePages = {
    load: (row) => Promise.resolve(rows[row] ?? null),
    rowCount: () => rows.length,
  };
  const settings = { ...defaultComfort };
  const aloud = new ReadAloud({ pages, engine: speech.engine, settings: () => settings });
  const status = (): string => aloud.store.getState().status;
  const shown = (): string => {
    const { spoken } = aloud.store.getState();
    return spoken ? spoken.ranges.map(({ start, end }) => spoken.text.text.slice(start, end)).join('|') : '';
  };
  return { aloud, speech, settings, status, shown };
}

describe('reading aloud', () => {
  let scene: ReturnType<typeof reading>;
  beforeEach(() => {
    // A header, a page, a scan, a page.
    scene = reading([null, first, scan, last]);
  });

  it('goes sentence by sentence over headers and scans to the end, and says so', async () => {
    const { aloud, speech, status, shown } = scene;
    await aloud.start({ row: 0, offset: 0 });
    expect(shown()).toBe('Ett.');
    for (let i = 0; i < 4; i++) await speech.end();
    expect(speech.texts()).toEqual(['Ett.', 'Två.', 'Tre.', 'Fyra.', 'Fem.']);
    expect(status()).toBe('reading');
    await speech.end();
    expect(status()).toBe('finished');
    expect(shown()).toBe('');
  });

  it('begins in the middle of a page', async () => {
    const { aloud, speech } = scene;
    await aloud.start({ row: 1, offset: first.text.text.indexOf('Två') + 1 });
    expect(speech.texts()).toEqual(['Två.']);
  });

  it('steps by sentence and by paragraph, over the ends of pages', async () => {
    const { aloud, speech } = scene;
    await aloud.start({ row: 1, offset: 0 });
    await aloud.step('paragraph', 1);
    await aloud.step('sentence', 1);
    await aloud.step('sentence', -1);
    await aloud.step('paragraph', -1);
    await aloud.step('sentence', -1);
    expect(speech.texts()).toEqual(['Ett.', 'Tre.', 'Fyra.', 'Tre.', 'Ett.', 'Ett.']);
  });

  it('goes back to the beginning of the paragraph before it goes to the one before', async () => {
    const { aloud, shown } = scene;
    await aloud.start({ row: 1, offset: first.text.text.indexOf('Två') });
    await aloud.step('paragraph', -1);
    expect(shown()).toBe('Ett.');
  });

  it('pauses at once and goes on with the same sentence; steps in a pause stay silent', async () => {
    const { aloud, speech, status, shown } = scene;
    await aloud.start({ row: 1, offset: 0 });
    aloud.toggle();
    expect([status(), speech.isSilent()]).toEqual(['paused', true]);
    await aloud.step('sentence', 1);
    expect([shown(), speech.said.length]).toEqual(['Två.', 1]);
    aloud.toggle();
    expect(speech.texts()).toEqual(['Ett.', 'Två.']);
  });

  it('says the sentence again at a new speed', async () => {
    const { aloud, speech, settings } = scene;
    await aloud.start({ row: 1, offset: 0 });
    settings.speechRate = 2;
    aloud.settingsChanged();
    expect(speech.said.map(({ text, rate }) => [text, rate])).toEqual([
      ['Ett.', 1],
      ['Ett.', 2],
    ]);
  });

  it('shows the word being said', async () => {
    const { aloud, speech } = reading([page('Gatan breddas nu.')]);
    await aloud.start({ row: 0, offset: 0 });
    speech.word('Gatan '.length);
    const { spoken } = aloud.store.getState();
    expect(spoken?.word && spoken.text.text.slice(spoken.word.start, spoken.word.end)).toBe('breddas');
  });

  it('hears nothing of a sentence after it was stopped', async () => {
    const { aloud, speech, status } = scene;
    await aloud.start({ row: 1, offset: 0 });
    const end = speech.end();
    aloud.stop();
    await end;
    expect([status(), speech.said.length, speech.isSilent()]).toEqual(['off', 1, true]);
  });

  it('is silenced by another reader that begins', async () => {
    await scene.aloud.start({ row: 1, offset: 0 });
    const other = reading([last]);
    await other.aloud.start({ row: 0, offset: 0 });
    expect([scene.status(), other.status()]).toEqual(['off', 'reading']);
    other.aloud.stop();
  });

  it('tells when there is no voice, no text, or a voice that fails', async () => {
    const mute = reading([first], fakeSpeech([]));
    await mute.aloud.start({ row: 0, offset: 0 });
    expect(mute.status()).toBe('noVoices');
    const scans = reading([scan, scan]);
    await scans.aloud.start({ row: 0, offset: 0 });
    expect(scans.status()).toBe('noText');
    await scene.aloud.start({ row: 1, offset: 0 });
    scene.speech.fail();
    expect(scene.status()).toBe('failed');
  });
});

describe('the voice', () => {
  const adam = { ...elin, id: 'adam', name: 'Swedish+Adam', isDefault: false };
  const klara = { ...elin, id: 'klara', name: 'Klara', isDefault: false };

  it('is the chosen one for the language, else the system’s own', () => {
    expect(voiceFor([klara, elin, jenny], 'sv', { sv: 'klara' })).toBe(klara);
    expect(voiceFor([klara, elin, jenny], 'sv', { sv: 'gone' })).toBe(elin);
    expect(voiceFor([klara, elin, jenny], 'en', {})).toBe(jenny);
    expect(voiceFor([klara, elin], 'fi', {})).toBeNull();
  });

  it('is offered without the variants of a synthesiser, unless there is nothing else', () => {
    expect(voicesFor([adam, klara], 'sv-SE')).toEqual([klara]);
    expect(voicesFor([adam], 'sv-SE')).toEqual([adam]);
  });
});
