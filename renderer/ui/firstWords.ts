import enApp from '../../assets/messages/en/app.json';
import enErrors from '../../assets/messages/en/errors.json';
import enIdentity from '../../assets/messages/en/identity.json';
import enImporting from '../../assets/messages/en/importing.json';
import enLibrary from '../../assets/messages/en/library.json';
import enUi from '../../assets/messages/en/ui.json';
import enWhatsNew from '../../assets/messages/en/whatsNew.json';
import svApp from '../../assets/messages/sv/app.json';
import svErrors from '../../assets/messages/sv/errors.json';
import svIdentity from '../../assets/messages/sv/identity.json';
import svImporting from '../../assets/messages/sv/importing.json';
import svLibrary from '../../assets/messages/sv/library.json';
import svUi from '../../assets/messages/sv/ui.json';
import svWhatsNew from '../../assets/messages/sv/whatsNew.json';
import type { Language } from '../../core/settings/settings.ts';

const sv = {
  ...svApp,
  ...svErrors,
  ...svIdentity,
  ...svImporting,
  ...svLibrary,
  ...svUi,
  ...svWhatsNew,
};

/** Every key of these areas. */
export type FirstKey = keyof typeof sv;

// The annotation makes a key that is missing in English a compile error.
const en: Readonly<Record<FirstKey, string>> = {
  ...enApp,
  ...enErrors,
  ...enIdentity,
  ...enImporting,
  ...enLibrary,
  ...enUi,
  ...enWhatsNew,
};

/** The words of what the library shows, whatever stands in it, failures too: read before the first picture. */
export const firstWords: Readonly<Record<Language, Readonly<Record<FirstKey, string>>>> = { sv, en };
