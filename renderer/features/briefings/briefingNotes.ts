import type { ReactNode } from 'react';
import type { AnnotationSource, HighlightColour } from '../../../core/annotation/annotation.ts';

/** What the owner of a briefing card offers for notes on its parts. */
export interface BriefingNotes {
  /** The colour in which a point or figure is highlighted; null when it is not. */
  readonly highlightOf: (source: AnnotationSource) => HighlightColour | null;
  /** The notes on it, and the button that makes one; `what` names it for screen readers. */
  readonly controls: (source: AnnotationSource, what: string) => ReactNode;
}
