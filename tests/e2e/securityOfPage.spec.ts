import { createServer, type Server } from 'node:net';
import { expect, test } from '@playwright/test';
import { contract } from '../../core/contract.ts';
import { launch, type Launched } from './launch.ts';

// One app for all probes: none of them may change it.
let launched: Launched;
test.beforeAll(async () => {
  launched = await launch();
});
test.afterAll(async () => {
  await launched.app.close();
});

test('the page has no Node and nothing of the shell but the frozen contract', async () => {
  const seen = await launched.page.evaluate(() => {
    const globals = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
    ];
    const bridge = window.beredd;
    const isChanged = (change: () => unknown): boolean => {
      try {
        change();
      } catch {
        return false;
      }
      return true;
    };
    const stranger = (): undefined => undefined;
    isChanged(() => Object.assign(bridge, { stranger }));
    isChanged(() => Object.assign(bridge.client.notes, { add: stranger }));
    isChanged(() => Object.assign(window, { beredd: stranger }));
    return {
      globals: globals.filter((name) => name in window),
      bridge: Object.keys(window.beredd).sort(),
      domains: Object.keys(bridge.client).sort(),
      isOurs: window.beredd === bridge,
      added: 'stranger' in bridge,
      noteAdder: Object.is(bridge.client.notes.add, stranger),
    };
  });
  expect(seen).toEqual({
    globals: [],
    bridge: ['client', 'on', 'pathOfDropped'],
    domains: Object.keys(contract).toSorted(),
    isOurs: true,
    added: false,
    noteAdder: false,
  });
});

test('text never becomes code: eval, Function, inline scripts and javascript: addresses', async () => {
  const ran = await launched.page.evaluate(async () => {
    const tries: Record<string, () => unknown> = {
      eval: () => (0, eval)('1'),
      function: () => new Function('return 1')(),
      timer: () => Reflect.apply(setTimeout, window, ['window.fromTimer = 1', 0]),
      inline: () => {
        const script = document.createElement('script');
        script.text = 'window.fromInline = 1';
        document.head.append(script);
      },
      handler: () => document.body.setAttribute('onclick', 'window.fromHandler = 1'),
      address: () => {
        const link = document.createElement('a');
        link.href = 'javascript:window.fromAddress = 1';
        document.body.append(link);
        link.click();
        link.remove();
      },
    };
    // A later task of the page: what Playwright evaluates itself is let through by the debugger.
    const worked = await new Promise<string[]>((resolve) => {
      setTimeout(() => {
        const names = Object.keys(tries).filter((name) => {
          try {
            tries[name]?.();
            return name === 'eval' || name === 'function';
          } catch {
            return false;
          }
        });
        document.body.click();
        resolve(names);
      }, 0);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    document.body.removeAttribute('onclick');
    return [...worked, ...Object.keys(window).filter((name) => name.startsWith('from'))];
  });
  expect(ran).toEqual([]);
});

test('Trusted Types are enforced: no HTML from strings, no foreign worker', async () => {
  const thrown = await launched.page.evaluate(() => {
    const nameOfError = (sink: () => unknown): string => {
      try {
        sink();
      } catch (error) {
        return error instanceof Error ? error.name : 'unknown';
      }
      return 'allowed';
    };
    const foreign = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    return {
      html: nameOfError(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      parser: nameOfError(() => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
      srcdoc: nameOfError(() => (document.createElement('iframe').srcdoc = '<b>x</b>')),
      script: nameOfError(() => (document.createElement('script').text = '1')),
      worker: nameOfError(() => new Worker(foreign)),
      document: nameOfError(() => new Worker('app://ui/documents/' + 'a'.repeat(64))),
      policy: nameOfError(() => Reflect.get(window, 'trustedTypes').createPolicy('stranger', {})),
    };
  });
  expect(new Set(Object.values(thrown))).toEqual(new Set(['TypeError']));
});

test('nothing leaves the computer, whichever way the page tries', async () => {
  const { server, port, connections } = await countingServer();
  const outcome = await launched.page.evaluate(async (at) => {
    const web = `http://127.0.0.1:${at}/`;
    const failed = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'reached',
        () => 'failed',
      );
    const socket = (address: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const opened = new WebSocket(address);
        opened.onopen = resolve;
        opened.onerror = reject;
      });
    const image = (address: string): Promise<unknown> =>
      new Promise((resolve, reject) =>
        Object.assign(new Image(), { onload: resolve, onerror: reject, src: address }),
      );
    const hint = (rel: string): void => {
      const link = Object.assign(document.createElement('link'), { rel, href: web });
      document.head.append(link);
    };
    for (const rel of ['preconnect', 'prefetch', 'dns-prefetch', 'stylesheet', 'modulepreload']) hint(rel);
    let beacon = false;
    try {
      beacon = navigator.sendBeacon(web, 'x');
    } catch {
      beacon = false;
    }
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `turn:127.0.0.1:${at}?transport=tcp`, username: 'a', credential: 'b' },
        { urls: `stun:127.0.0.1:${at}` },
      ],
    });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    const results = {
      fetch: await failed(fetch(web)),
      noCors: await failed(fetch(web, { mode: 'no-cors' })),
      socket: await failed(socket(`ws://127.0.0.1:${at}/`)),
      image: await failed(image(`${web}x.png`)),
      module: await failed(import(/* @vite-ignore */ `${web}x.js`)),
    };
    await new Promise((resolve) => setTimeout(resolve, 1500));
    peer.close();
    return { ...results, beacon };
  }, port);
  server.close();
  expect(outcome).toMatchObject({
    fetch: 'failed',
    noCors: 'failed',
    socket: 'failed',
    image: 'failed',
    module: 'failed',
  });
  expect(connections()).toBe(0);
});

test('the session refuses what is not app:, even without the content security policy', async () => {
  const { server, port, connections } = await countingServer();
  const reached = await launched.app.evaluate(async ({ BrowserWindow }, at) => {
    const [window] = BrowserWindow.getAllWindows();
    const attempt = window?.webContents.session.fetch(`http://127.0.0.1:${at}/`);
    return attempt?.then(
      () => 'reached',
      () => 'failed',
    );
  }, port);
  server.close();
  expect(reached).toBe('failed');
  expect(connections()).toBe(0);
});

test('the window never goes elsewhere and opens nothing', async () => {
  const { app, page } = launched;
  await page.evaluate(() => {
    window.open('https://example.invalid/');
    window.open('app://ui/index.html');
    location.href = 'https://example.invalid/';
  });
  await page.evaluate(() => void (location.href = `app://ui/documents/${'0'.repeat(64)}`));
  const embedded = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
    const frame = Object.assign(document.createElement('iframe'), { src: 'app://ui/index.html' });
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://ui/index.html');
    document.body.append(frame, view);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const isEmpty = frame.contentDocument === null || frame.contentDocument.body.childElementCount === 0;
    for (const item of [frame, view]) item.remove();
    return { blocked, isEmpty, viewIsPlain: !('getWebContentsId' in view) };
  });
  expect(embedded).toEqual({ blocked: ['frame-src'], isEmpty: true, viewIsPlain: true });
  const state = await app.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    contents: webContents.getAllWebContents().length,
  }));
  expect(state).toEqual({ windows: ['app://ui/index.html'], contents: 1 });
});

test('every permission is denied', async () => {
  const answers = await launched.page.evaluate(async () => {
    const refused = (work: () => Promise<unknown>): Promise<string> =>
      work().then(
        () => 'granted',
        () => 'denied',
      );
    const named = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return [
      await named('geolocation'),
      await named('notifications'),
      await named('camera'),
      await named('microphone'),
      await named('clipboard-read'),
      await named('midi'),
      Notification.permission,
      await refused(() => navigator.clipboard.readText()),
      await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      await refused(() => navigator.mediaDevices.getDisplayMedia()),
      await refused(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
    ];
  });
  expect(new Set(answers)).toEqual(new Set(['denied']));
});

async function countingServer(): Promise<{ server: Server; port: number; connections: () => number }> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { server, port: address.port, connections: () => count };
}
