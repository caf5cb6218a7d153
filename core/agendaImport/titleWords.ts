import { plainWords } from './plainWords.ts';

/** Words that say nothing of what a matter is about. */
const empty = new Set(
  (
    'och i att det som en ett pa ar av for med till den har de inte om han hon var fran vid sig sa ut sin nu under ' +
    'samt eller men mot efter over inom utan mellan enligt genom sina dess deras ska kan bli blir m fl mfl med flera ' +
    'gallande angaende avseende rorande betraffande ang avs the of and to in for on'
  ).split(' '),
);

/** Words for what a document is, not for its matter. */
const ofDocuments = new Set(
  (
    'tjansteskrivelse tjansteutlatande tjanstskrivelse tjskr tjut protokollsutdrag protokoll utdrag bilaga bilagor bil ' +
    'handling handlingar underlag beslutsunderlag kallelse foredragningslista dagordning sammantrade arende arenden ' +
    'punkt pkt par paragraf ss forslag beslut svar motion motionssvar skrivelse missiv dnr diarienummer pdf docx odt ' +
    'slutlig slutversion utkast version ver v1 v2 v3 signerad ny nytt kopia copy final'
  ).split(' '),
);

const endings = [
  'arnas',
  'ernas',
  'ornas',
  'arna',
  'erna',
  'orna',
  'ens',
  'ets',
  'ars',
  'ers',
  'ors',
  'nas',
  'en',
  'et',
  'ar',
  'er',
  'or',
  'na',
  'as',
  's',
  'a',
  'e',
  'n',
];
const shortestStem = 4;

/** A word without its Swedish ending: `foreningarna` → `forening`. Light: what is left is the same for most forms. */
export function stemOf(word: string): string {
  if (/\d/.test(word)) return word.replace(/^0+(?=\d)/, '');
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= shortestStem);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

/** The stems by which a title is recognised, each once, without words that every title has. May be empty. */
export function titleWords(title: string): readonly string[] {
  const words = plainWords(title)
    .split(' ')
    .filter((word) => word !== '' && !empty.has(word) && !ofDocuments.has(word));
  return [...new Set(words.map(stemOf))].filter((stem) => stem.length > 1 || /\d/.test(stem));
}
