import type { Random } from '../fuzz/seededRandom.ts';

/** A word with an identity that survives moving, rewrapping and misreading. */
export interface Token {
  readonly id: number;
  readonly text: string;
}
export type Paragraph = readonly Token[];

const subjects =
  'nämnden förvaltningen kommunstyrelsen utskottet enheten samhällsbyggnadskontoret skolan räddningstjänsten beredningen kommunen revisorerna föreningen bolaget regionen länsstyrelsen'.split(
    ' ',
  );
const verbs =
  'föreslår redovisar beslutar bedömer konstaterar planerar avser uppdrar noterar utreder följer finansierar samordnar prövar upphandlar'.split(
    ' ',
  );
const objects =
  'detaljplanen budgeten underhållsplanen skolskjutsen vattenförsörjningen bostadsbyggandet verksamhetsplanen hemtjänsten ledningsnätet kulturskolan avfallstaxan trafikmiljön energieffektiviseringen kompetensförsörjningen tillsynen taxan lokalbehovet investeringen driftskostnaden avtalet'.split(
    ' ',
  );
const places =
  'i Kyrkbyn|vid Granån|i tätorten|på landsbygden|i östra delen|kring stationen|vid Storgatan|i Norra Sjöbo|inom verksamhetsområdet|i anslutning till förskolan'.split(
    '|',
  );
const times =
  'under året|före sommaren|senast i oktober|till årsskiftet|under planperioden|från och med 2027|i samband med bokslutet|efter samråd'.split(
    '|',
  );
const reasons =
  'eftersom behovet har ökat|då kostnaderna är högre än beräknat|med hänsyn till remissvaren|för att klara lagkraven|i enlighet med översiktsplanen|utan att ramen överskrids|med stöd av delegationsordningen'.split(
    '|',
  );

/** A source of invented officialese. Every word has its own id. */
export function createWriter(random: Random) {
  let nextId = 1;
  const tokens = (text: string): Token[] => text.split(' ').map((word) => ({ id: nextId++, text: word }));
  const sentence = (): string => {
    const subject = random.pick(subjects);
    const parts = [
      subject.charAt(0).toUpperCase() + subject.slice(1),
      random.pick(verbs),
      random.pick(['att', 'hur', 'om']),
      random.pick(objects),
      random.pick(['ska', 'bör', 'kan', 'kommer att']),
      random.pick(['ändras', 'genomföras', 'förlängas', 'ses över', 'kompletteras', 'avslutas']),
      random.pick(places),
      ...(random.below(2) === 0 ? [random.pick(times)] : []),
      ...(random.below(2) === 0 ? [random.pick(reasons)] : []),
      ...(random.below(3) === 0 ? [`till en kostnad av ${1 + random.below(900)} tkr`] : []),
    ];
    return `${parts.join(' ')}.`;
  };
  const paragraph = (sentences: number): Paragraph =>
    tokens(Array.from({ length: sentences }, sentence).join(' '));
  const tableRow = (): Paragraph =>
    tokens(`${random.pick(objects)} ${random.below(9000)} ${random.below(9000)} ${random.below(100)} %`);
  /** The same words with one changed: what tables of measures and repeated conditions look like. */
  const nearCopy = (of: Paragraph): Paragraph => {
    const at = random.below(of.length);
    return of.map((token, i) => ({ id: nextId++, text: i === at ? random.pick(objects) : token.text }));
  };
  const document = (paragraphs: number): Paragraph[] => {
    const list: Paragraph[] = [];
    for (let i = 0; i < paragraphs; i += 1) {
      const kind = random.below(10);
      const earlier = list.length > 3 ? list[random.below(list.length)] : undefined;
      if (kind === 0 && earlier !== undefined) list.push(nearCopy(earlier));
      else if (kind === 1) list.push(...Array.from({ length: 3 + random.below(6) }, tableRow));
      else list.push(paragraph(1 + random.below(5)));
    }
    return list;
  };
  return { tokens, paragraph, nearCopy, document };
}
export type Writer = ReturnType<typeof createWriter>;
