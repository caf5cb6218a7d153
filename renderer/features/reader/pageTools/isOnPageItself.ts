import { isDrawnKind } from '../../../../core/annotation/annotation.ts';
import type { ReaderMark } from '../readerTypes.ts';

/** Drawn or written on the page, with a frame there; a note of such a kind without one is shown like any other. */
export const isOnPageItself = ({ kind, quads }: ReaderMark): boolean => isDrawnKind(kind) && quads.length > 0;
