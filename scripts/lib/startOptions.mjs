import path from 'node:path';
import { cacheFolder } from './electronFolder.mjs';

/** The demo has a profile of its own, so that trying it never touches anybody's real notes. */
const demoProfile = () => path.join(cacheFolder(), 'demo-profile');
const withValue = ['--profile', '--screenshot'];

/**
 * Reads the arguments of `npm start`. Values may stand after a space or an equals sign; the app itself, whose other
 * switches are Chromium's, wants the equals sign and absolute paths.
 */
export function readStartOptions(args, folder) {
  const forApp = [];
  let profile = null;
  let withDemo = true;
  for (let at = 0; at < args.length; at++) {
    const [name, ...rest] = args[at].split('=');
    if (withValue.includes(name)) {
      const value = rest.length > 0 ? rest.join('=') : args[++at];
      if (!value) throw new Error(`${name} needs a value`);
      const target = path.resolve(folder, value);
      if (name === '--profile') profile = target;
      else forApp.push(`${name}=${target}`);
    } else if (args[at] === '--no-demo') withDemo = false;
    else if (args[at].startsWith('-')) forApp.push(args[at]);
    else forApp.push(path.resolve(folder, args[at]));
  }
  return { profile: profile ?? demoProfile(), withDemo: withDemo && profile === null, forApp };
}
