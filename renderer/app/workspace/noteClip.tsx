import type { ReactNode } from 'react';
import type { Annotation, AnnotationTarget } from '../../../core/annotation/annotation.ts';
import { strokesInFrame } from '../../../core/annotation/drawn/drawnFrame.ts';
import { pageSelectorsOf } from '../../features/notes/notePlace.ts';
import { PageClip } from '../../features/reader/pageTools/PageClip.tsx';
import { useMessages } from '../../ui/messages.tsx';

/** What was drawn, or the area, as a picture of the page it stands on; null for notes that are not of the page itself. */
export function noteClip(
  { kind, strokes = [] }: Pick<Annotation, 'kind' | 'strokes'>,
  target: AnnotationTarget,
  /** As people count it, when that is known. */
  shownPage: number | null,
): ReactNode {
  const [selector] = pageSelectorsOf(target);
  const quad = selector?.quads[0];
  if ((kind !== 'ink' && kind !== 'area') || selector === undefined || quad === undefined) return null;
  const { sha256, page } = selector;
  const drawn = kind === 'ink' ? strokesInFrame(strokes, quad) : [];
  return <LabelledClip kind={kind} place={{ sha256, page, quad, strokes: drawn }} page={shownPage ?? page} />;
}

function LabelledClip({
  kind,
  place,
  page,
}: {
  kind: 'ink' | 'area';
  place: Omit<Parameters<typeof PageClip>[0], 'label'>;
  page: number;
}): ReactNode {
  const { t } = useMessages();
  return <PageClip {...place} label={t(kind === 'ink' ? 'drawing.clipInk' : 'drawing.clip', { page })} />;
}
