import {
  Circle,
  CircleHelp,
  ClipboardCheck,
  FileInput,
  FileText,
  Files,
  Gavel,
  Info,
  Megaphone,
  Paperclip,
  ScrollText,
  Vote,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { DocumentKind, ItemKind } from '../../core/pack/manifest.ts';

/** The same for readers and for the secretary. */
export const itemKindIcons: Readonly<Record<ItemKind, LucideIcon>> = {
  decision: Gavel,
  information: Info,
  notification: FileInput,
  formality: ClipboardCheck,
  election: Vote,
  question: CircleHelp,
  other: Circle,
};

export const documentKindIcons: Readonly<Record<DocumentKind, LucideIcon>> = {
  officialReport: FileText,
  attachment: Paperclip,
  minutesExtract: ScrollText,
  summons: Megaphone,
  other: Files,
};
