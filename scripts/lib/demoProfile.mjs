import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './projectRoot.mjs';
import { sourceFingerprint } from './sourceFingerprint.mjs';

/** Makes the demo municipality's packs and takes them into the profile, unless it has them already. */
export async function ensureDemoProfile(profile, say) {
  say('not wired yet');
}
