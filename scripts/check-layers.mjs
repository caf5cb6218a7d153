// What neither the compiler nor the linter can say: who may import whom, how long a file may be, that the documents name
// paths that exist, and that the Swedish and English catalogues agree.
import { catalogueFaults } from './lib/catalogueFaults.mjs';
import { documentFaults } from './lib/documentFaults.mjs';
import { importFaults } from './lib/importFaults.mjs';
import { sizeFaults } from './lib/sizeFaults.mjs';
import { sourceFiles } from './lib/sourceFiles.mjs';

const files = sourceFiles();
const faults = [...importFaults(files), ...sizeFaults(files), ...documentFaults(), ...catalogueFaults()];
for (const fault of faults) process.stderr.write(`layers: ${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
