import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { domainToASCII } from 'node:url';
import { hostToShow } from '../../../core/links/hostToShow.ts';
import { outwardAddress } from '../../../core/links/outwardAddress.ts';
import { decodePunycode } from '../../../core/links/punycode.ts';

const judge = (address: string) => outwardAddress(URL.canParse(address) ? new URL(address) : null);

describe('an address on its way out of the app', () => {
  it('shows its host, its port and whether it is encrypted', () => {
    expect(judge('https://play.granasa.example:8443/sandning?x=1')).toEqual({
      kind: 'web',
      address: 'https://play.granasa.example:8443/sandning?x=1',
      host: 'play.granasa.example:8443',
      looksLike: null,
      isEncrypted: true,
    });
    expect(judge('HTTP://WWW.Granasa.example')).toMatchObject({
      host: 'www.granasa.example',
      isEncrypted: false,
    });
  });

  it('shows the mailbox of a mail and keeps nothing but subject and body', () => {
    expect(judge('mailto:kansliet@granasa.example?subject=Hej&bcc=x@y.example&attach=/etc/passwd')).toEqual({
      kind: 'mail',
      address: 'mailto:kansliet@granasa.example?subject=Hej',
      recipient: 'kansliet@granasa.example',
    });
  });

  it.each([
    ['javascript:alert(1)', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['smb://server/share', 'scheme'],
    ['ms-word:ofe|u|https://a.example/x.docx', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['about:blank', 'scheme'],
    ['https://granasa.example@evil.example/', 'credentials'],
    ['https://', 'notAnAddress'],
    ['granasa.example', 'notAnAddress'],
    ['mailto:', 'notAnAddress'],
    ['mailto:a@b.example%0Abcc:c@d.example', 'notAnAddress'],
    ['mailto:%E0%A4%A', 'notAnAddress'],
    [`https://a.example/${'x'.repeat(2000)}`, 'notAnAddress'],
  ])('is refused when it is %s', (address, why) => {
    expect(judge(address)).toBe(why);
  });
});

describe('a host', () => {
  it.each(['granåsa.example', 'öst-över.sjö.example', 'żółw.example', 'ČáŋŧŠ.example'.toLowerCase()])(
    'is written with its own letters: %s',
    (host) => {
      expect(hostToShow(domainToASCII(host))).toEqual({ host, looksLike: null });
    },
  );

  it.each(['раураl.example', 'kоmmun.example', 'κommun.example', 'ɡranasa.example', '例え.example'])(
    'with letters that could be taken for others is shown as punycode: %s',
    (host) => {
      const ascii = domainToASCII(host);
      expect(hostToShow(ascii)).toEqual({ host: ascii, looksLike: host });
    },
  );

  it('that is no punycode is shown as it is', () => {
    expect(hostToShow('xn--9999999999.example')).toEqual({ host: 'xn--9999999999.example', looksLike: null });
  });

  it('is decoded as the URL standard encodes it', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abc019åäöéžđж例字한あ'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(letters, (label) => {
        const ascii = domainToASCII(`${label}x`);
        fc.pre(ascii.startsWith('xn--'));
        expect(decodePunycode(ascii.slice(4))).toBe(`${label}x`.normalize('NFC'));
      }),
    );
  });

  it('decodes no text without end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const decoded = decodePunycode(text);
        expect(decoded === null || decoded.length <= text.length * 2).toBe(true);
      }),
    );
  });
});
