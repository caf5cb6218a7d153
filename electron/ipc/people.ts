import type { Handlers } from '../../core/contract.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { keyLetterExtension } from '../../core/exchange/keyLetter.ts';
import type { CsvWords } from '../../core/exchange/peopleCsv.ts';
import { peopleCsv } from '../../core/exchange/peopleCsv.ts';
import type { ExchangeOutcome, PeopleView } from '../../core/exchange/peopleViews.ts';
import { successionExtension } from '../../core/exchange/rootSuccession.ts';
import type { Instant } from '../../core/pack/manifest.ts';
import type { OfficeKeys } from '../identity/signingKeys.ts';
import type { Municipality } from '../people/municipality.ts';
import type { PeopleService } from '../people/peopleService.ts';
import type { Disk } from '../storage/disk.ts';
import { exchangeFileName } from './exchangeFileName.ts';
import { written } from './identity.ts';
import type { Dialogs } from './ports.ts';

export interface PeopleParts {
  readonly service: PeopleService;
  readonly officeKeys: OfficeKeys;
  readonly municipality: Municipality;
  readonly takeIn: (paths: readonly string[]) => Promise<readonly ExchangeOutcome[]>;
  readonly dialogs: Pick<Dialogs, 'chooseExchangeToSave' | 'chooseExchange'>;
  readonly disk: Disk;
  readonly csvWords: () => CsvWords;
  /** Now where the office is. */
  readonly instant: () => Instant;
  /** What the window shows changed. */
  readonly tell: (view: PeopleView) => void;
}

export function peopleHandlers(parts: PeopleParts): Handlers['people'] {
  const { service, officeKeys, municipality, dialogs, disk } = parts;

  const thenView = async (work: Promise<Result<unknown>>): Promise<Result<PeopleView>> => {
    const done = await work;
    if (!done.ok) return done;
    const view = await service.view();
    parts.tell(view);
    return ok(view);
  };

  const takeIn = async (paths: readonly string[]): Promise<Result<readonly ExchangeOutcome[]>> => {
    const outcomes = await parts.takeIn(paths);
    parts.tell(await service.view());
    return ok(outcomes);
  };

  return {
    view: async () => ok(await service.view()),
    importFiles: ({ paths }) => takeIn(paths),
    choose: async ({ what }) => {
      const chosen = await dialogs.chooseExchange(what === 'folder' ? 'cardsFolder' : 'cards');
      return chosen === null ? ok([]) : takeIn(chosen);
    },
    confirm: ({ person, matches }) => thenView(service.confirm(person, matches)),
    link: ({ person, member }) => thenView(service.link(person, member)),
    remove: ({ person }) => thenView(service.remove(person)),
    meeting: ({ meetingId }) => service.meeting(meetingId),
    markSent: async ({ meetingId, ...what }) => {
      const marked = await service.markSent(meetingId, what);
      return marked.ok ? service.meeting(meetingId) : marked;
    },
    saveCsv: async ({ meetingId }) => {
      const view = await service.meeting(meetingId);
      if (!view.ok) return view;
      const file = await dialogs.chooseExchangeToSave('csv', exchangeFileName(view.value.title, 'csv'));
      if (file === null) return ok(null);
      return written(disk, file, Buffer.from(peopleCsv(view.value, parts.csvWords())));
    },
    writeLetter: async (order) => {
      const letter = await service.letter(order);
      if (!letter.ok) return letter;
      const name = exchangeFileName(letter.value.name, keyLetterExtension);
      const file = await dialogs.chooseExchangeToSave('letter', name);
      return file === null ? ok(null) : written(disk, file, letter.value.bytes);
    },
    makeKey: ({ name, passphrase }) => thenView(officeKeys.make(name, passphrase)),
    importKey: async ({ name, filePassphrase, passphrase }) => {
      const [file] = (await dialogs.chooseExchange('key')) ?? [];
      if (file === undefined) return ok(null);
      return thenView(officeKeys.importFile(file, filePassphrase, name, passphrase));
    },
    removeKey: ({ keyId }) => thenView(officeKeys.remove(keyId)),
    makeRoot: async ({ municipality: name, passphrase }) => {
      const signers = service.firstSigners(parts.instant().slice(0, 10));
      if (signers.length === 0) return failure('signingKeyMissing');
      const file = await dialogs.chooseExchangeToSave('root', exchangeFileName(name, 'beredd-root'));
      if (file === null) return ok(null);
      return thenView(municipality.makeRoot(file, passphrase, name, signers));
    },
    setSigners: async ({ passphrase, signers }) => {
      const [file] = (await dialogs.chooseExchange('root')) ?? [];
      if (file === undefined) return ok(null);
      return thenView(municipality.setSigners(file, passphrase, signers));
    },
    replaceRoot: async ({ oldPassphrase, passphrase }) => {
      const [oldFile] = oldPassphrase === null ? [] : ((await dialogs.chooseExchange('root')) ?? []);
      if (oldPassphrase !== null && oldFile === undefined) return ok(null);
      const old = oldFile === undefined ? null : { file: oldFile, passphrase: oldPassphrase ?? '' };
      const name = municipality.trust()?.trust.municipality ?? 'Beredd';
      const year = parts.instant().slice(0, 4);
      const file = await dialogs.chooseExchangeToSave(
        'root',
        exchangeFileName(`${name} ${year}`, 'beredd-root'),
      );
      if (file === null) return ok(null);
      return thenView(municipality.replaceRoot(old, { file, passphrase }, parts.instant()));
    },
    saveSuccession: async () => {
      const succession = municipality.succession();
      if (succession === null) return failure('rootOther');
      const name = municipality.trust()?.trust.municipality ?? 'Beredd';
      const file = await dialogs.chooseExchangeToSave(
        'succession',
        exchangeFileName(name, successionExtension),
      );
      return file === null ? ok(null) : written(disk, file, succession.letter);
    },
  };
}
