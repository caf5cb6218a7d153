// Bundled and run in Electron's Node: writes a pack as the app does, prints CPU time and peak memory as one line of JSON.
import { createPrivateKey } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { publicKeyLine } from '../../../core/pack/minisign.ts';
import { rawPublicKey } from '../../../electron/crypto/ed25519.ts';
import { writePack } from '../../../electron/packs/writePack.ts';

const [folder, target] = process.argv.slice(2);

const seed = Buffer.alloc(32, 7);
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const keyId = new Uint8Array(8).fill(7);
const key = rawPublicKey(privateKey);
const id = (kind, number) =>
  `${String(kind).repeat(8)}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** The documents are named by hashes that the writer finds again; here they are read once before the clock starts. */
const documents = JSON.parse(fs.readFileSync(path.join(folder, 'hashes.json'), 'utf8'));
const agenda = documents.map(({ sha256 }, i) => ({
  id: id(5, i + 1),
  number: String(i + 1),
  title: `Ärende ${i + 1}`,
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  documents: [
    {
      id: id(6, i + 1),
      title: `Handling ${i + 1}`,
      documentKind: 'attachment',
      sha256,
      pageCount: 1,
      pages: null,
      personalData: false,
      extensions: {},
    },
  ],
  children: [],
  conflicts: [],
  sealed: null,
  extensions: {},
}));
const manifest = {
  format: 'beredd',
  version: 1,
  requires: [],
  extensions: {},
  pack: {
    id: id(1, 1),
    revision: 1,
    previous: null,
    issued: '2026-11-24T09:30:00+01:00',
    note: '',
    supplementTo: null,
    returnBy: null,
    eraseAfter: null,
  },
  issuer: { municipality: 'Granåsa kommun', office: 'Kommunkansliet' },
  meeting: {
    id: id(2, 1),
    kind: 'meeting',
    state: 'scheduled',
    title: 'Kommunstyrelsen',
    body: { id: id(3, 1), name: 'Kommunstyrelsen', roster: null },
    start: '2026-12-01T13:00:00+01:00',
    end: null,
    place: 'Granåsa',
    webcast: null,
    summonsDeadline: null,
    extensions: {},
  },
  agenda,
  briefings: [],
};
const sources = documents.map(({ name }) => ({
  path: `docs/${name.replace('.pdf', '')}/${name}`,
  content: { file: path.join(folder, name) },
}));
const before = process.cpuUsage();
const written = await writePack(target, {
  manifest,
  sources,
  signer: { privateKey, publicKey: { keyId, key, line: publicKeyLine({ keyId, key }) } },
});
if (!written.ok) throw new Error(JSON.stringify(written.error));
const { user, system } = process.cpuUsage(before);
// What `getrusage` says of a process begins with the size of the one that started it; Linux' own high-water mark does not.
const highWater = () => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
};
process.stdout.write(
  `BENCH ${JSON.stringify({ cpuMs: (user + system) / 1000, peakMb: highWater() / 1024 })}\n`,
);
