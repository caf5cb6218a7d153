import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../../../core/errors.ts';
import { answerAppRequest } from '../../../electron/protocol/answerAppRequest.ts';
import { pageFiles, type PageFiles } from '../../../electron/protocol/pageFiles.ts';

const sha256 = 'ab'.repeat(32);
const bytes = Uint8Array.from({ length: 700_000 }, (_, index) => (index * 31) % 251);
const draftId = '00000000-0000-4000-8000-000000000001';
const startView = { title: 'Nämnd </script><script>alert(1)</script> $& <!--' };
let folder: string;
let pages: PageFiles;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'beredd-pages-'));
  mkdirSync(path.join(folder, 'pages/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.html'), 'not a page');
  writeFileSync(
    path.join(folder, 'pages/index.html'),
    '<meta content="__CSP_NONCE__" nonce="__CSP_NONCE__">',
  );
  writeFileSync(
    path.join(folder, 'pages/start.html'),
    '<script type="application/json">__START_VIEW__</script>',
  );
  writeFileSync(path.join(folder, 'pages/assets/index.js'), 'export {}');
  writeFileSync(path.join(folder, 'pages/assets/index.js.map'), '{}');
  writeFileSync(path.join(folder, 'document'), bytes);
  pages = pageFiles(path.join(folder, 'pages'), () => Promise.resolve(startView));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ask(address: string, init: RequestInit = {}): Promise<Response> {
  return answerAppRequest(new Request(address, init), {
    pages,
    findDocument: (asked) =>
      Promise.resolve(
        asked === sha256 ? { path: path.join(folder, 'document'), mediaType: 'application/pdf' } : null,
      ),
    findDraftFile: (draft, asked) =>
      Promise.resolve(
        draft === draftId && asked === sha256
          ? {
              mediaType: 'application/pdf',
              size: bytes.length,
              read: (first: number, last: number) => Promise.resolve(ok(bytes.slice(first, last + 1))),
            }
          : null,
      ),
  });
}
const askForDocument = (range?: string, method = 'GET'): Promise<Response> =>
  ask(`app://ui/documents/${sha256}`, { method, headers: range === undefined ? {} : { Range: range } });

describe('our own pages', () => {
  it('come with their type and a policy whose nonce is in the page and never the same', async () => {
    const [first, second] = [await ask('app://ui/index.html'), await ask('app://ui/index.html')];
    expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const nonceOf = (response: Response): string | undefined =>
      /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    const nonce = nonceOf(first);
    expect(await first.text()).toBe(`<meta content="${nonce}" nonce="${nonce}">`);
    expect(nonceOf(second)).not.toBe(nonce);
    expect((await ask('app://ui/assets/index.js')).headers.get('content-type')).toContain('javascript');
  });

  it('carry what the first picture shows as data that cannot end its element', async () => {
    const page = await (await ask('app://ui/start.html')).text();
    const [, data = ''] = /^<script type="application\/json">(.*)<\/script>$/.exec(page) ?? [];
    expect(data).not.toContain('<');
    expect(JSON.parse(data)).toEqual(startView);
  });

  it.each([
    'app://ui/',
    'app://ui/assets',
    'app://ui/assets/index.js.map',
    'app://ui/../secret.html',
    'app://ui/%2e%2e/secret.html',
    'app://ui/..%2fsecret.html',
    'app://ui/assets/..%5c..%5csecret.html',
    'app://ui//index.html',
    'app://ui/INDEX.HTML',
    'app://other/index.html',
  ])('do not include %s', async (address) => {
    expect((await ask(address)).status).toBe(404);
  });

  it('are only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await ask('app://ui/index.html', { method })).status).toBe(405);
  });
});

describe('a document', () => {
  it('comes whole, as hostile content that can be nothing but data', async () => {
    const response = await askForDocument();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '700000',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('comes in ranges', async () => {
    const response = await askForDocument('bytes=1000-300999');
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 1000-300999/700000');
    expect(response.headers.get('content-length')).toBe('300000');
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes.subarray(1000, 301_000))).toBe(true);
  });

  it('answers 416 with its size to a range behind its end', async () => {
    const response = await askForDocument('bytes=700000-');
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */700000']);
  });

  it('tells its size without its bytes', async () => {
    const response = await askForDocument(undefined, 'HEAD');
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      '700000',
      '',
    ]);
  });

  it('can be left in the middle', async () => {
    const reader = (await askForDocument()).body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBeLessThan(bytes.length);
    await reader?.cancel();
    expect((await askForDocument()).status).toBe(200);
  });

  it.each([`app://ui/documents/${'0'.repeat(64)}`, 'app://ui/documents/', `app://ui/documents/${sha256}/x`])(
    'is not found under %s',
    async (address) => {
      expect((await ask(address)).status).toBe(404);
    },
  );

  it('is not found when its file is gone', async () => {
    const response = await answerAppRequest(new Request(`app://ui/documents/${sha256}`), {
      pages,
      findDocument: () => Promise.resolve({ path: path.join(folder, 'gone'), mediaType: 'application/pdf' }),
      findDraftFile: () => Promise.resolve(null),
    });
    expect(response.status).toBe(404);
  });
});

describe('a file of a draft', () => {
  const address = `app://ui/drafts/${draftId}/${sha256}`;

  it('comes in ranges as documents do', async () => {
    const response = await ask(address, { headers: { Range: 'bytes=1000-300999' } });
    expect([response.status, response.headers.get('content-range')]).toEqual([
      206,
      'bytes 1000-300999/700000',
    ]);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes.subarray(1000, 301_000))).toBe(true);
  });

  it.each([
    `app://ui/drafts/${draftId}`,
    `app://ui/drafts/${sha256}`,
    `app://ui/drafts/${draftId}/draft.json`,
    `app://ui/drafts/${draftId}/../${sha256}`,
    `app://ui/drafts/${draftId.toUpperCase()}x/${sha256}`,
    `app://ui/drafts/11111111-0000-4000-8000-000000000001/${sha256}`,
    `app://ui/drafts/${draftId}/${'0'.repeat(64)}`,
    `app://ui/drafts/${draftId}/${sha256}/x`,
  ])('is not found under %s', async (other) => {
    expect((await ask(other)).status).toBe(404);
  });
});
