import {
  Bookmark,
  Building2,
  Highlighter,
  Lock,
  CircleHelp,
  StickyNote,
  Underline,
  Users,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { AnnotationKind, HighlightColour, NoteClass } from '../../../core/annotation/annotation.ts';

export const noteKindIcons: Readonly<Record<AnnotationKind, LucideIcon>> = {
  highlight: Highlighter,
  underline: Underline,
  note: StickyNote,
  bookmark: Bookmark,
  question: CircleHelp,
};

export const noteClassIcons: Readonly<Record<NoteClass, LucideIcon>> = {
  private: Lock,
  partyGroup: Users,
  toOffice: Building2,
};

/** Only marks on words have a colour. */
export const hasColour = (kind: AnnotationKind): boolean => kind === 'highlight' || kind === 'underline';

export const colourOf = (kind: AnnotationKind, colour: HighlightColour | null): HighlightColour | null =>
  hasColour(kind) ? (colour ?? 'yellow') : null;
