import { v5 } from 'uuid';

const namespace = 'b6c6a7f4-3c0d-4b52-9c36-5d2f0a7c1e94';

/** The same words give the same id on every machine, so that ids stay from revision to revision and build to build. */
export const demoId = (...words) => v5(words.join('\u0000'), namespace);
