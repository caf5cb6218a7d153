import { app } from 'electron';

/** Imported before anything else: a bug at start must end the program with a line on stderr, not with a dialog nobody sees. */
type Report = (what: string, error: unknown) => void;

let report: Report = (what, error) => {
  process.stderr.write(`beredd: ${what}: ${error instanceof Error ? error.stack : String(error)}\n`);
};

/** From now on bugs that nobody caught go here. */
export function reportUncaughtTo(next: Report): void {
  report = next;
}

process.on('uncaughtException', (error) => {
  report('uncaught exception', error);
  if (!app.isReady()) app.exit(1);
});
process.on('unhandledRejection', (error) => report('unhandled rejection', error));
