import { describe, expect, it } from 'vitest';
import { refusedSwitch } from '../../../electron/startup/debuggingSwitches.ts';
import { commandLineIn, ownArguments, readLaunch } from '../../../electron/startup/launchArguments.ts';

describe('the arguments of a start', () => {
  it('name packs relative to the folder it was started in', () => {
    expect(readLaunch(['a.beredd', '/b/c.beredd'], '/home')).toEqual({
      profile: null,
      packs: ['/home/a.beredd', '/b/c.beredd'],
      once: false,
      screenshot: null,
    });
  });

  it('name packs by address too, as file managers do', () => {
    const { packs } = readLaunch(['file:///b/Kallelse%20nr%201.beredd', 'file://server/x', 'file:'], '/home');
    expect(packs).toEqual(['/b/Kallelse nr 1.beredd', '/home/file:/server/x', '/']);
  });

  it('name a profile and a picture, and leave foreign switches to Chromium', () => {
    const args = [
      '--disable-gpu',
      '--profile=p',
      '--once',
      '--screenshot=/x/y.png',
      '--profile=q',
      '-psn_0_1',
    ];
    expect(readLaunch(args, '/home')).toEqual({
      profile: '/home/q',
      packs: [],
      once: true,
      screenshot: '/x/y.png',
    });
  });

  it('name a profile and a picture with a space between too, and take neither for a pack', () => {
    const args = [
      'a.beredd',
      '--once',
      '--screenshot',
      'y.png',
      '--profile',
      'q',
      'b.beredd',
      '--screenshot',
    ];
    expect(readLaunch(args, '/home')).toEqual({
      profile: '/home/q',
      packs: ['/home/a.beredd', '/home/b.beredd'],
      once: true,
      screenshot: '/home/y.png',
    });
    expect(readLaunch(['--screenshot', '--once'], '/home')).toMatchObject({ screenshot: null, once: true });
  });

  it('are those behind the app folder while developing', () => {
    const argv = ['/e/electron', '--no-sandbox', '-r', '/loader.js', '/app', '--once', '/app'];
    expect(ownArguments(argv, '/app', '/')).toEqual(['--once', '/app']);
    expect(ownArguments(['/e/electron', '.', 'x.beredd'], '/app', '/app')).toEqual(['x.beredd']);
  });

  it('are all of them when packaged', () => {
    expect(ownArguments(['/opt/beredd', 'x.beredd'], null, '/')).toEqual(['x.beredd']);
  });
});

describe('the command line', () => {
  const nothingThere = (): boolean => false;

  it('is asked for by a plain word that is no file', () => {
    expect(commandLineIn(['pack', 'verify', 'x.beredd'], nothingThere)).toEqual([
      'pack',
      'verify',
      'x.beredd',
    ]);
    expect(commandLineIn(['pack'], () => true)).toBeNull();
  });

  it('is asked for by --help and --version', () => {
    expect(commandLineIn(['--version'], nothingThere)).toEqual(['--version']);
    expect(commandLineIn(['--help'], nothingThere)).toEqual(['--help']);
  });

  it('does not see what the wrapper puts first', () => {
    const args = [
      '--ozone-platform=headless',
      '--no-sandbox',
      '--disable-gpu',
      '--log-level=3',
      'key',
      'new',
    ];
    expect(commandLineIn(args, nothingThere)).toEqual(['key', 'new']);
  });

  it.each([[[]], [['x.beredd']], [['/tmp/x']], [['--once', 'pack']], [['--no-sandbox']], [['Pack']]])(
    'is not meant by %j',
    (args) => {
      expect(commandLineIn(args, nothingThere)).toBeNull();
    },
  );
});

describe('switches for debugging', () => {
  it.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'])(
    '--%s is refused',
    (name) => {
      expect(refusedSwitch((asked) => asked === name)).toBe(name);
    },
  );

  it('others are not', () => {
    expect(refusedSwitch((asked) => asked === 'disable-gpu')).toBeNull();
  });
});
