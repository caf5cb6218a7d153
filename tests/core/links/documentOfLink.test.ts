import { describe, expect, it } from 'vitest';
import { documentOfLink } from '../../../core/links/documentOfLink.ts';

const document = (id: string, title: string, ownerId: string) => ({ id, title, ownerId });
const documents = [
  document('a', 'Tjänsteskrivelse', 'one'),
  document('b', 'Bilaga 2 – Karta över Kyrkbyn', 'one'),
  document('c', 'Tjänsteskrivelse', 'two'),
  document('d', 'Energiplan 2030', 'two'),
];

describe('a link to a file', () => {
  it.each([
    ['Bilaga 2 - Karta över Kyrkbyn.pdf', 'b'],
    ['bilaga_2_karta_över_kyrkbyn.PDF', 'b'],
    ['02 Bilaga 2 Karta o\u0308ver Kyrkbyn.docx', 'b'],
    ['Energiplan 2030.pdf', 'd'],
  ])('%s means the document of that name', (name, id) => {
    expect(documentOfLink(name, 'one', documents)).toBe(id);
  });

  it('means the document of its own item before one of the same name elsewhere', () => {
    expect(documentOfLink('01 Tjänsteskrivelse.pdf', 'two', documents)).toBe('c');
  });

  it.each(['Tjänsteskrivelse.pdf', 'Energiplan.pdf', 'Bilaga 3.pdf', '07.pdf', '.pdf', ''])(
    'means nothing when several or no documents fit: %s',
    (name) => {
      expect(documentOfLink(name, null, documents)).toBeNull();
    },
  );
});
