import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A folder for what Chromium keeps by itself, inside the profile, so that its lock is one a profile. In a profile that
 * cannot be written it is a temporary one: the window must still come up and say so.
 */
export function chromiumFolder(profile: string): string {
  const folder = path.join(profile, 'chromium');
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    return mkdtempSync(path.join(tmpdir(), 'beredd-chromium-'));
  }
}
