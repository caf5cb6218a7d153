import enAgenda from '../../assets/messages/en/agenda.json';
import enAgendaImport from '../../assets/messages/en/agendaImport.json';
import enBriefings from '../../assets/messages/en/briefings.json';
import enComfort from '../../assets/messages/en/comfort.json';
import enComments from '../../assets/messages/en/comments.json';
import enDrawing from '../../assets/messages/en/drawing.json';
import enFind from '../../assets/messages/en/find.json';
import enIncoming from '../../assets/messages/en/incoming.json';
import enIssuing from '../../assets/messages/en/issuing.json';
import enNavigate from '../../assets/messages/en/navigate.json';
import enNoteFilter from '../../assets/messages/en/noteFilter.json';
import enNotes from '../../assets/messages/en/notes.json';
import enPackRules from '../../assets/messages/en/packRules.json';
import enPalette from '../../assets/messages/en/palette.json';
import enPeople from '../../assets/messages/en/people.json';
import enPlacing from '../../assets/messages/en/placing.json';
import enPreflight from '../../assets/messages/en/preflight.json';
import enPreparation from '../../assets/messages/en/preparation.json';
import enPrint from '../../assets/messages/en/print.json';
import enReader from '../../assets/messages/en/reader.json';
import enSecretary from '../../assets/messages/en/secretary.json';
import enSeveral from '../../assets/messages/en/several.json';
import enSettings from '../../assets/messages/en/settings.json';
import enTags from '../../assets/messages/en/tags.json';
import enTextView from '../../assets/messages/en/textView.json';
import enViews from '../../assets/messages/en/views.json';
import enWorkspace from '../../assets/messages/en/workspace.json';
import svAgenda from '../../assets/messages/sv/agenda.json';
import svAgendaImport from '../../assets/messages/sv/agendaImport.json';
import svBriefings from '../../assets/messages/sv/briefings.json';
import svComfort from '../../assets/messages/sv/comfort.json';
import svComments from '../../assets/messages/sv/comments.json';
import svDrawing from '../../assets/messages/sv/drawing.json';
import svFind from '../../assets/messages/sv/find.json';
import svIncoming from '../../assets/messages/sv/incoming.json';
import svIssuing from '../../assets/messages/sv/issuing.json';
import svNavigate from '../../assets/messages/sv/navigate.json';
import svNoteFilter from '../../assets/messages/sv/noteFilter.json';
import svNotes from '../../assets/messages/sv/notes.json';
import svPackRules from '../../assets/messages/sv/packRules.json';
import svPalette from '../../assets/messages/sv/palette.json';
import svPeople from '../../assets/messages/sv/people.json';
import svPlacing from '../../assets/messages/sv/placing.json';
import svPreflight from '../../assets/messages/sv/preflight.json';
import svPreparation from '../../assets/messages/sv/preparation.json';
import svPrint from '../../assets/messages/sv/print.json';
import svReader from '../../assets/messages/sv/reader.json';
import svSecretary from '../../assets/messages/sv/secretary.json';
import svSeveral from '../../assets/messages/sv/several.json';
import svSettings from '../../assets/messages/sv/settings.json';
import svTags from '../../assets/messages/sv/tags.json';
import svTextView from '../../assets/messages/sv/textView.json';
import svViews from '../../assets/messages/sv/views.json';
import svWorkspace from '../../assets/messages/sv/workspace.json';
import type { Language } from '../../core/settings/settings.ts';

const sv = {
  ...svAgenda,
  ...svAgendaImport,
  ...svBriefings,
  ...svComfort,
  ...svComments,
  ...svDrawing,
  ...svFind,
  ...svIncoming,
  ...svIssuing,
  ...svNavigate,
  ...svNoteFilter,
  ...svNotes,
  ...svPackRules,
  ...svPalette,
  ...svPeople,
  ...svPlacing,
  ...svPreflight,
  ...svPreparation,
  ...svPrint,
  ...svReader,
  ...svSecretary,
  ...svSeveral,
  ...svSettings,
  ...svTags,
  ...svTextView,
  ...svViews,
  ...svWorkspace,
};

/** Every key of these areas. */
export type LaterKey = keyof typeof sv;

// The annotation makes a key that is missing in English a compile error.
const en: Readonly<Record<LaterKey, string>> = {
  ...enAgenda,
  ...enAgendaImport,
  ...enBriefings,
  ...enComfort,
  ...enComments,
  ...enDrawing,
  ...enFind,
  ...enIncoming,
  ...enIssuing,
  ...enNavigate,
  ...enNoteFilter,
  ...enNotes,
  ...enPackRules,
  ...enPalette,
  ...enPeople,
  ...enPlacing,
  ...enPreflight,
  ...enPreparation,
  ...enPrint,
  ...enReader,
  ...enSecretary,
  ...enSeveral,
  ...enSettings,
  ...enTags,
  ...enTextView,
  ...enViews,
  ...enWorkspace,
};

/** The words of all other screens. */
export const laterWords: Readonly<Record<Language, Readonly<Record<LaterKey, string>>>> = { sv, en };
