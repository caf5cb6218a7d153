import { describe, expect, it } from 'vitest';
import { isOwnPage } from '../../../electron/protocol/appOrigin.ts';
import { isAllowedRequest } from '../../../electron/windows/allowedAddresses.ts';

describe('a request of the window', () => {
  it.each(['app://ui/index.html', 'blob:app://ui/0b1f3c5e-7a2d-4f60-9c1e-5d4b3a2f1e0d'])(
    'may go to %s',
    (address) => {
      expect(isAllowedRequest(address, false)).toBe(true);
    },
  );

  it.each([
    'https://example.invalid/',
    'http://127.0.0.1:80/',
    'ws://example.invalid/',
    'file:///etc/passwd',
    'data:text/html,x',
    'ftp://example.invalid/',
    'chrome://gpu',
    'devtools://devtools/bundled/x.js',
    'not an address',
    '',
  ])('may not go to %s', (address) => {
    expect(isAllowedRequest(address, false)).toBe(false);
  });

  it('may go to developer tools while developing', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/x.js', true)).toBe(true);
  });
});

describe('a page of ours', () => {
  it.each([
    ['app://ui/index.html', true],
    ['app://ui.evil/index.html', false],
    ['app://evil/index.html', false],
    ['https://ui/index.html', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (address, own) => {
    expect(isOwnPage(address)).toBe(own);
  });
});
