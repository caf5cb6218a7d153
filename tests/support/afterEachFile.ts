import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporaryFolders.ts';

afterAll(removeTemporaryFolders);
