import {
  Bookmark,
  Building2,
  CircleHelp,
  FileSignature,
  Gavel,
  Highlighter,
  ListTodo,
  Lock,
  Mic,
  PenLine,
  Scale,
  SquareDashed,
  StickyNote,
  Type,
  Underline,
  UserX,
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
  freeText: Type,
  ink: PenLine,
  area: SquareDashed,
  task: ListTodo,
  stance: Scale,
  speech: Mic,
  proposal: Gavel,
  reservation: FileSignature,
  conflict: UserX,
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
