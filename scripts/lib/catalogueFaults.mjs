import { IntlMessageFormat } from 'intl-messageformat';
import { filesIn, readProjectFile } from './sourceFiles.mjs';

const folder = 'assets/messages';

/** Names of all arguments, also those inside plural and select. Throws when the message cannot be parsed. */
function placeholdersIn(elements) {
  return elements.flatMap((element) => [
    ...('value' in element && element.type !== literal ? [element.value] : []),
    ...Object.values(element.options ?? {}).flatMap((option) => placeholdersIn(option.value)),
    ...placeholdersIn(element.children ?? []),
  ]);
}
const literal = 0;
const placeholdersOf = (text) =>
  [...new Set(placeholdersIn(new IntlMessageFormat(text, 'sv').getAst()))].toSorted().join(', ');

const areasOf = (language) => filesIn(`${folder}/${language}`).map((file) => file.split('/').at(-1));

function faultsOfArea(area) {
  const swedish = JSON.parse(readProjectFile(`${folder}/sv/${area}`));
  const english = JSON.parse(readProjectFile(`${folder}/en/${area}`));
  const keys = [...new Set([...Object.keys(swedish), ...Object.keys(english)])];
  return keys.flatMap((key) => {
    if (!(key in swedish)) return [`${folder}/sv/${area} lacks "${key}"`];
    if (!(key in english)) return [`${folder}/en/${area} lacks "${key}"`];
    const [one, other] = [placeholdersOf(swedish[key]), placeholdersOf(english[key])];
    return one === other ? [] : [`"${key}" has {${one}} in Swedish and {${other}} in English`];
  });
}

/** Keys and placeholders that one of the two languages lacks. */
export function catalogueFaults() {
  const [swedish, english] = [areasOf('sv'), areasOf('en')];
  const alone = [
    ...swedish.filter((area) => !english.includes(area)).map((area) => `${folder}/en lacks ${area}`),
    ...english.filter((area) => !swedish.includes(area)).map((area) => `${folder}/sv lacks ${area}`),
  ];
  return [...alone, ...swedish.filter((area) => english.includes(area)).flatMap(faultsOfArea)];
}
