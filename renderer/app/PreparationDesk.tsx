import type { ReactNode } from 'react';
import type { Annotation } from '../../core/annotation/annotation.ts';
import type { PreparationScreenProps } from '../features/preparation/PreparationScreen.tsx';
import { PreparationScreen } from '../features/preparation/PreparationScreen.tsx';
import { clipImages } from './workspace/clipImages.ts';
import { noteClip } from './workspace/noteClip.tsx';

/** The desk, joined to what draws pages: sheets show what was drawn and areas as pictures. */
export function PreparationDesk(props: Omit<PreparationScreenProps, 'clipOf' | 'clipImages'>): ReactNode {
  return <PreparationScreen {...props} clipOf={clipOf} clipImages={clipImages} />;
}

const clipOf = (note: Annotation, page: number | null): ReactNode => noteClip(note, note.target, page);
