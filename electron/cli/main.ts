import packageJson from '../../package.json' with { type: 'json' };
import { nodeCliIo } from './nodeCliIo.ts';
import { runCli } from './runCli.ts';

const stop = new AbortController();
// What is being written is taken back; a second Ctrl-C ends at once.
process.once('SIGINT', () => stop.abort());

// Output goes to a pipe that may close early (`beredd pack show … | head`).
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runCli(process.argv.slice(2), nodeCliIo(packageJson.version, stop.signal));
