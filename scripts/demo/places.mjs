import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../lib/projectRoot.mjs';

/** Where the demo's texts are, and where what is made of them goes. */
export const sourceFolder = path.join(projectRoot, 'assets/demo');
export const outputFolder = path.join(projectRoot, 'out/demo');
export const cacheFolder = path.join(outputFolder, '.cache');
export const signingKeyFile = path.join(sourceFolder, 'public-demo-signing-key.pem');

export const asFolderUrl = (folder) => pathToFileURL(`${folder.replace(/[/\\]$/, '')}/`);
