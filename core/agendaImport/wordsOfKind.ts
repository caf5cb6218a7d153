import type { DocumentKind, ItemKind } from '../pack/manifest.ts';
import { plainWords } from './plainWords.ts';

/** What kind a document is by the words officials use in names and headings; null when they do not say. */
export function documentKindFromWords(text: string): DocumentKind | null {
  const plain = plainWords(text);
  if (
    /(tjansteskrivelse|tjanstskrivelse|tjansteutlatande|beslutsforslag)|\b(tjut|tjskr)\b|\bofficial report\b/.test(
      plain,
    )
  )
    return 'officialReport';
  if (
    /protokollsutdrag|protokoll utdrag|utdrag ur protokoll|minutes extract|^(\d+ )?ss ?\d+/.test(plain) ||
    /^§\s*\d+\s+[A-ZÅÄÖ]{2,6}\b/.test(text.trim())
  )
    return 'minutesExtract';
  if (/^(\d+ )?(kallelse|foredragningslista|dagordning|summons|agenda)\b|\bkallelse (till|och)\b/.test(plain))
    return 'summons';
  return /\b(bilaga|bilagor|bil \d|attachment|appendix|motion|interpellation|karta|plankarta|remissvar|yttrande)\b/.test(
    plain,
  )
    ? 'attachment'
    : null;
}

/** What kind an item is by the words officials use in titles; null when the title does not say. */
export function itemKindFromTitle(title: string): ItemKind | null {
  const plain = plainWords(title);
  if (
    /^(upprop|narvaro|justering|protokollsjustering|faststallande av|val av justerare|val av (en )?(person|ledamot)? ?att justera|motets oppnande|mote avslutas|godkannande av (dagordning|foredragningslista))/.test(
      plain,
    )
  )
    return 'formality';
  if (/^val av |^fyllnadsval|^val till /.test(plain)) return 'election';
  if (/^(information|rapport fran|lagesrapport)/.test(plain)) return 'information';
  if (
    /^(meddelande|anmal|redovisning av delegation|delegationsbeslut|delegeringsbeslut|delgivning)/.test(plain)
  )
    return 'notification';
  return /^(fraga|interpellation|enkel fraga)/.test(plain) ? 'question' : null;
}
