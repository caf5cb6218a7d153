import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createNotes } from '../../../electron/notes/notes.ts';
import { openProfile } from '../../../electron/storage/profile.ts';
import { seeded } from '../storage/memoryDisk.ts';
import { meeting, valueOf } from './someProfile.ts';

export interface KillReport {
  readonly kills: number;
  /** Saves that the killed programs had told of, adds and edits. */
  readonly acknowledged: number;
  /** What was told to be saved and is not there; must be empty. */
  readonly lost: readonly string[];
  /** Times that something was set aside; a killed program damages nothing. */
  readonly damaged: number;
  /** Times that a log had been turned over by then. */
  readonly turnedOver: number;
}

/** A program that starts leaves the other cores to one that waits to be killed. */
const lanesAtOnce = 4;

/** Kills programs with SIGKILL while they write notes, some at a time, and looks after each whether all saved is there. */
export async function killWriters(entry: string, kills: number, seed: number): Promise<KillReport> {
  const lanes = await Promise.all(
    Array.from({ length: lanesAtOnce }, (_, lane) =>
      killInOneProfile(entry, Math.ceil(kills / lanesAtOnce), seed + lane),
    ),
  );
  return {
    kills: sum(lanes, (lane) => lane.kills),
    acknowledged: sum(lanes, (lane) => lane.acknowledged),
    lost: lanes.flatMap((lane) => lane.lost),
    damaged: sum(lanes, (lane) => lane.damaged),
    turnedOver: sum(lanes, (lane) => lane.turnedOver),
  };
}

const sum = (lanes: readonly KillReport[], of: (lane: KillReport) => number): number =>
  lanes.reduce((total, lane) => total + of(lane), 0);

async function killInOneProfile(entry: string, kills: number, seed: number): Promise<KillReport> {
  const random = seeded(seed);
  const report = { kills, acknowledged: 0, lost: [] as string[], damaged: 0, turnedOver: 0 };
  let folder = '';
  let saved = new Map<string, string>();
  for (let kill = 0; kill < kills; kill++) {
    // A new profile now and then: the first moments of one are a case of their own, and large ones take long to read.
    if (kill % 10 === 0) {
      if (folder !== '') fs.rmSync(folder, { recursive: true });
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-kill-'));
      saved = new Map();
    }
    const told = await runAndKill(entry, folder, kill * 100_000, Math.floor(random() * 40));
    report.acknowledged += told.length;
    for (const [id, text] of told) saved.set(id, text);
    const found = await readBack(folder);
    report.damaged += found.damaged ? 1 : 0;
    report.turnedOver += found.turnedOver ? 1 : 0;
    for (const [id, text] of saved)
      if (!isThere(found.texts.get(id), text)) report.lost.push(`${kill}: ${id}`);
  }
  fs.rmSync(folder, { recursive: true });
  return report;
}

/** The edit after a note was added may be there although nobody was told of it yet. */
function isThere(found: string | undefined, saved: string): boolean {
  const number = saved.split(' ')[0];
  return found === saved || (found === `${number} second` && saved.startsWith(`${number} first`));
}

async function runAndKill(
  entry: string,
  folder: string,
  start: number,
  delay: number,
): Promise<readonly (readonly [string, string])[]> {
  const child = spawn(process.execPath, [entry, folder, meeting, String(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await closed;
  if (child.signalCode !== 'SIGKILL') throw new Error('the writer ended by itself');
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  return lines.filter((line) => line !== '').map((line) => [line.slice(0, 36), line.slice(37)] as const);
}

async function readBack(folder: string) {
  const profile = valueOf(await openProfile(folder));
  const notes = createNotes({ profile, newId: () => '' });
  const view = valueOf(await notes.list(meeting));
  const turnedOver = fs.existsSync(path.join(folder, 'notes', meeting, 'wal.previous'));
  // Not closed: closing would write the snapshot, and the next program must find what the killed one left.
  await profile.close();
  return {
    texts: new Map(view.annotations.map(({ id, text }) => [id, text])),
    damaged: view.damage !== null || profile.setAside.length > 0,
    turnedOver,
  };
}
