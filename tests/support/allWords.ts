import { readLaterWords } from '../../renderer/ui/catalogues.ts';

// In the app they are read after the first picture; a test draws a screen at once.
await readLaterWords();
