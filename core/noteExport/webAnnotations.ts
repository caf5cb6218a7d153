import type { Annotation, AnnotationKind, Selector } from '../annotation/annotation.ts';
import { detailsOf } from '../annotation/noteDetails.ts';

/** Where our own words are defined; the standard's are those of W3C's Web Annotation Vocabulary. */
export const ownTerms = 'https://beredd.example.invalid/terms#';

/** Motivations of W3C's vocabulary that say what a kind of note is for. */
const motivations: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'highlighting',
  underline: 'highlighting',
  note: 'commenting',
  bookmark: 'bookmarking',
  question: 'questioning',
  freeText: 'commenting',
  ink: 'commenting',
  area: 'highlighting',
  task: 'commenting',
  stance: 'assessing',
  speech: 'commenting',
  proposal: 'commenting',
  reservation: 'commenting',
  conflict: 'commenting',
};

export interface ExportedMeeting {
  readonly id: string;
  readonly title: string;
}

/**
 * Notes as one W3C Annotation Page (JSON-LD, Web Annotation Data Model): other programs read motivation, text, quotes
 * and pages; what only Beredd knows stands under `beredd:` names, so that reading it back gives the same notes.
 */
export function webAnnotationPage(meeting: ExportedMeeting, notes: readonly Annotation[]): object {
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { beredd: ownTerms }],
    id: `urn:uuid:${meeting.id}`,
    type: 'AnnotationPage',
    'beredd:format': 'beredd-notes-export',
    'beredd:version': 1,
    label: meeting.title,
    items: notes.map(webAnnotation),
  };
}

function webAnnotation(note: Annotation): object {
  const { target } = note;
  return {
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation: motivations[note.kind],
    created: new Date(note.createdAt).toISOString(),
    modified: new Date(note.modifiedAt).toISOString(),
    ...bodyOf(note),
    target: {
      source: sourceOf(note),
      ...(target.selectors.length === 0 ? {} : { selector: target.selectors.map(webSelector) }),
    },
    'beredd:kind': note.kind,
    'beredd:class': note.noteClass,
    'beredd:colour': note.colour,
    'beredd:details': detailsOf(note),
    'beredd:target': { meeting: target.meeting, source: target.source },
  };
}

/** What was written, and the tags: other programs know both. */
function bodyOf({ kind, text, tags = [] }: Annotation): object {
  const written =
    text === ''
      ? []
      : [{ type: 'TextualBody', value: text, format: 'text/plain', purpose: motivations[kind] }];
  const tagged = tags.map(({ name }) => ({
    type: 'TextualBody',
    value: name,
    format: 'text/plain',
    purpose: 'tagging',
  }));
  const body = [...written, ...tagged];
  return body.length === 0 ? {} : { body };
}

/** The file where there is one, by its content; else the thing in the pack by its id. */
function sourceOf({ target }: Annotation): string {
  const { source } = target;
  const page = target.selectors.find((selector) => selector.type === 'PageSelector');
  if (page?.type === 'PageSelector') return `urn:sha256:${page.sha256}`;
  switch (source.type) {
    case 'meeting':
      return `urn:uuid:${target.meeting}`;
    case 'item':
      return `urn:uuid:${source.item}`;
    case 'document':
      return `urn:uuid:${source.document}`;
    case 'briefing':
      return `urn:uuid:${source.briefing}`;
    case 'point':
      return `urn:uuid:${source.point}`;
    case 'keyFigure':
      return `urn:uuid:${source.keyFigure}`;
    case 'commitment':
      return `urn:uuid:${source.commitment}`;
  }
}

function webSelector(selector: Selector): object {
  switch (selector.type) {
    case 'PageSelector':
      return {
        type: 'FragmentSelector',
        // RFC 8118 §3: fragment identifiers of PDF.
        conformsTo: 'http://tools.ietf.org/rfc/rfc8118',
        value: `page=${selector.page}`,
        'beredd:sha256': selector.sha256,
        'beredd:quads': selector.quads,
      };
    case 'TextQuoteSelector':
      return {
        type: selector.type,
        exact: selector.exact,
        prefix: selector.prefix,
        suffix: selector.suffix,
        'beredd:normalisation': selector.normalisation,
      };
    case 'TextPositionSelector':
      return selector;
    case 'NearbyTextSelector': {
      const { type, ...words } = selector;
      return { type: `beredd:${type}`, 'beredd:words': words };
    }
  }
}
