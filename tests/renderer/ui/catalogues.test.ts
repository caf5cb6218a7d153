import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../core/errors.ts';
import { languages } from '../../../core/settings/settings.ts';
import type { MessageKey } from '../../../renderer/ui/catalogues.ts';
import { firstWords } from '../../../renderer/ui/firstWords.ts';
import { laterWords } from '../../../renderer/ui/laterWords.ts';
import { errorTexts } from '../../../renderer/ui/ErrorMessage.tsx';
import { messagesFor } from '../../../renderer/ui/messages.tsx';

const catalogues = {
  sv: { ...firstWords.sv, ...laterWords.sv },
  en: { ...firstWords.en, ...laterWords.en },
};
const keys = Object.keys(catalogues.sv) as MessageKey[];

/** Names of all placeholders, those inside plural and select branches included. */
function placeholders(text: string): readonly string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    // Kinds 0 and 7 of the parser are plain text and `#`.
    const part = node as { type?: number; value?: unknown; options?: object };
    if (part.type !== undefined && part.type !== 0 && part.type !== 7) names.add(String(part.value));
    Object.values(part.options ?? {}).forEach((option: { value: unknown }) => visit(option.value));
  };
  visit(new IntlMessageFormat(text, 'sv', undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}

describe('the message catalogues', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(catalogues.en).toSorted()).toEqual(keys.toSorted());
  });

  it('name the same placeholders in both languages', () => {
    for (const key of keys) {
      expect({ key, names: placeholders(catalogues.en[key]) }).toEqual({
        key,
        names: placeholders(catalogues.sv[key]),
      });
    }
  });

  it('leave no text empty', () => {
    const empty = languages.flatMap((language) =>
      keys.filter((key) => catalogues[language][key].trim() === '').map((key) => `${language} ${key}`),
    );
    expect(empty).toEqual([]);
  });

  it('write an ellipsis as one sign and never a straight quote inside Swedish words', () => {
    for (const key of keys) {
      expect(catalogues.sv[key], key).not.toMatch(/\.\.\.|"/);
      expect(catalogues.en[key], key).not.toMatch(/\.\.\./);
    }
  });
});

describe('the words for failures', () => {
  it.each(errorCodes)('tell of %s what happened, why and what to do, in both languages', (code) => {
    for (const language of languages) {
      // A failure that says nothing more than its code must still be tellable.
      for (const error of [{ code }, { code, file: 'kallelse.beredd', detail: { page: 7, revision: 2 } }]) {
        const { title, why, doThis } = errorTexts(messagesFor(language), error);
        for (const text of [title, why, doThis]) {
          expect(text.length).toBeGreaterThan(4);
          expect(text).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  });

  it('name the file as it is written', () => {
    const { title } = errorTexts(messagesFor('sv'), { code: 'packCut', file: 'ks.beredd' });
    expect(title).toBe('ks.beredd är avkortad');
  });

  it('begin with a capital letter when the file has no name', () => {
    expect(errorTexts(messagesFor('sv'), { code: 'packEmpty' }).title).toBe('Filen är tom');
  });

  it('tell an HTML page from an empty file when a document is not a PDF', () => {
    const why = (looksLike: string): string =>
      errorTexts(messagesFor('sv'), { code: 'documentNotPdf', detail: { looksLike } }).why;
    expect(new Set([why('html'), why('empty'), why('other')]).size).toBe(3);
  });
});
