import { hostToShow } from './hostToShow.ts';

/** The parts of a parsed URL that decide; a `URL` of the URL standard has them. */
export interface AddressParts {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
  readonly pathname: string;
  readonly search: string;
  readonly href: string;
}

/** An address that may leave the app once the person has said so. */
export type OutwardAddress =
  | {
      readonly kind: 'web';
      /** Handed to the browser. */
      readonly address: string;
      /** With the port where it is not the usual one. */
      readonly host: string;
      readonly looksLike: string | null;
      readonly isEncrypted: boolean;
    }
  | {
      readonly kind: 'mail';
      readonly address: string;
      /** The mailbox: one or several with commas. */
      readonly recipient: string;
    };

/** Why an address may not leave the app. */
export type RefusedAddress =
  | 'notAnAddress'
  | 'scheme' // neither https, http nor mailto
  | 'credentials'; // a name before the host, which is then easily taken for the host

/** Browsers and mail programs take about this much. */
export const maxAddressLength = 2000;
const mailbox = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/u;

/** Judges a parsed address; `null` stands for one that could not be parsed. */
export function outwardAddress(parts: AddressParts | null): OutwardAddress | RefusedAddress {
  if (parts === null || parts.href.length > maxAddressLength) return 'notAnAddress';
  switch (parts.protocol) {
    case 'https:':
    case 'http:':
      return webAddress(parts);
    case 'mailto:':
      return mailAddress(parts);
    default:
      return 'scheme';
  }
}

function webAddress(parts: AddressParts): OutwardAddress | RefusedAddress {
  if (parts.hostname === '') return 'notAnAddress';
  if (parts.username !== '' || parts.password !== '') return 'credentials';
  const { host, looksLike } = hostToShow(parts.hostname);
  return {
    kind: 'web',
    address: parts.href,
    host: parts.port === '' ? host : `${host}:${parts.port}`,
    looksLike,
    isEncrypted: parts.protocol === 'https:',
  };
}

/** Keeps mailboxes, subject and body; other fields (RFC 6068, 4) could attach files or hide further recipients. */
function mailAddress({ pathname, search }: AddressParts): OutwardAddress | RefusedAddress {
  const boxes = decoded(pathname)?.split(',') ?? [];
  if (boxes.length === 0 || boxes.length > 20 || !boxes.every((box) => mailbox.test(box)))
    return 'notAnAddress';
  const kept = search
    .slice(1)
    .split('&')
    .filter((field) => /^(?:subject|body)=/i.test(field));
  const fields = kept.length === 0 ? '' : `?${kept.join('&')}`;
  return {
    kind: 'mail',
    address: `mailto:${boxes.map(encodeURIComponent).join(',').replaceAll('%40', '@')}${fields}`,
    recipient: boxes.join(', '),
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % stands in no mailbox.
    return null;
  }
}
