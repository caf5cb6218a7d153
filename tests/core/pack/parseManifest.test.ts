import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../core/pack/canonicalJson.ts';
import type { Manifest } from '../../../core/pack/manifest.ts';
import { manifestBytes, parseManifest } from '../../../core/pack/parseManifest.ts';
import { encodeUtf8 } from '../../../core/pack/utf8.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { richManifest } from '../../support/richManifest.ts';

const parse = (value: unknown) => parseManifest(encodeUtf8(canonicalJson(value)));

/** The rich manifest with the value at a dotted path replaced (or removed, when undefined). */
function changed(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(richManifest);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
  if (value === undefined) Reflect.deleteProperty(Object(holder), last);
  else Reflect.set(Object(holder), last, value);
  return copy;
}

test('a manifest that uses everything comes back as it went in', () => {
  expect(valueOf(parseManifest(manifestBytes(richManifest)))).toEqual(richManifest);
});

describe('a key', () => {
  const paths = (value: unknown, path = ''): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, member]) => {
          const own = path === '' ? key : `${path}.${key}`;
          return [
            ...(Array.isArray(value) ? [] : [own]),
            ...(key === 'extensions' ? [] : paths(member, own)),
          ];
        });
  const all = paths(richManifest);

  test('must be there, whichever it is', () => {
    expect(all.length).toBeGreaterThan(200);
    const accepted = all.filter((path) => parse(changed(path, undefined)).ok);
    expect(accepted).toEqual([]);
  });

  test('must be of its kind, whichever it is', () => {
    const accepted = all.filter(
      (path) => parse(changed(path, { another: 'kind' })).ok && !path.endsWith('extensions'),
    );
    expect(accepted).toEqual([]);
  });

  test.each([
    '',
    'pack',
    'issuer',
    'meeting',
    'meeting.body',
    'agenda.0',
    'agenda.0.documents.0',
    'briefings.0.keyFigures.0',
    'files.0',
  ])('that nobody knows is refused in %j, also under a name every object has', (path) => {
    for (const name of ['surprise', 'constructor', 'toString']) {
      const own = path === '' ? name : `${path}.${name}`;
      expect(failureOf(parse(changed(own, 1))).detail).toEqual({ rule: 'unknown-key', path: own });
    }
  });

  test('that nobody knows is kept inside extensions', () => {
    const extensions = { 'se.example': { constructor: [1, { a: null }], deep: 'ö' } };
    const manifest = valueOf(parse(changed('meeting.extensions', extensions)));
    expect(canonicalJson(manifest.meeting.extensions)).toBe(canonicalJson(extensions));
  });
});

const row = (path: string, value: unknown, rule: string, at = path): [string, unknown, string, string] => [
  path,
  value,
  rule,
  at,
];
const sealedAt = 'agenda.3';

describe('a manifest is refused for', () => {
  test.each([
    row('pack.id', '1111', 'uuid'),
    row('pack.id', '11111111-0000-4000-8000-00000000000A', 'uuid'),
    row('pack.revision', 0, 'whole-number'),
    row('pack.revision', 1.5, 'whole-number'),
    row('pack.revision', '3', 'kind-of-value'),
    row('pack.previous', 'ab', 'sha256'),
    row('pack.previous', 'A'.repeat(64), 'sha256'),
    row('pack.note', null, 'kind-of-value'),
    row('pack.issued', '2026-11-24T09:30:00', 'instant'),
    row('pack.issued', '2026-11-24 09:30:00Z', 'instant'),
    row('pack.issued', '2026-11-31T09:30:00+01:00', 'instant'),
    row('pack.issued', '2026-11-24T24:00:00+01:00', 'instant'),
    row('pack.issued', '2026-11-24T09:30:60+01:00', 'instant'),
    row('pack.issued', '2026-11-24T09:30:00+24:00', 'instant'),
    row('pack.eraseAfter', '2026-02-29', 'date'),
    row('pack.eraseAfter', '2026-2-3', 'date'),
    row(
      'pack.supplementTo',
      { revision: 3, manifest: 'a'.repeat(64) },
      'supplement-revision',
      'pack.supplementTo.revision',
    ),
    row('meeting.kind', 'party', 'choice'),
    row('meeting.state', 'moved', 'choice'),
    row('meeting.summonsDeadline', 'i morgon', 'instant'),
    row('meeting.title', 'Kommunstyrelsen\n', 'string-line-break'),
    row('meeting.title', 'Kommunstyrelsen\t', 'string-control'),
    row('meeting.title', 'Kommun\u0085', 'string-control'),
    row('meeting.title', 'Kommun\u200bstyrelsen', 'string-invisible'),
    row('meeting.title', '\u202egnp.exe', 'string-invisible'),
    row('meeting.title', '\ufeffKommunstyrelsen', 'string-invisible'),
    row('meeting.title', 'Kommunstyrelsen \u2066', 'string-invisible'),
    row('meeting.title', 'Grana\u030asa', 'string-normalisation'),
    row('meeting.extensions', { 'a\u0000': 1 }, 'string-control'),
    row('meeting.extensions', { a: ['a\u200e'] }, 'string-invisible', 'meeting.extensions.a.0'),
    row('meeting.extensions', [], 'kind-of-value'),
    row('meeting.body.roster.members.0.role', 'king', 'choice'),
    row('meeting.body.roster.members.1.id', richManifest.meeting.body.roster?.members[0]?.id, 'id-twice'),
    row('agenda.0.itemKind', 'vote', 'choice'),
    row('agenda.0.itemKind', null, 'open-content'),
    row('agenda.0.minutes', -1, 'whole-number'),
    row('agenda.0.proposedDecision.0', 'a\rb', 'string-control'),
    row('agenda.0.id', richManifest.agenda[1]?.id, 'id-twice', 'agenda.1.id'),
    row(
      'agenda.0.documents.0.id',
      richManifest.agenda[1]?.documents[0]?.id,
      'id-twice',
      'agenda.1.documents.0.id',
    ),
    row('agenda.0.documents.0.id', richManifest.agenda[0]?.id, 'id-twice'),
    row('agenda.0.documents.0.sha256', 'c'.repeat(64), 'document-without-file'),
    row('agenda.0.documents.0.sha256', richManifest.files[0]?.sha256, 'document-without-file'),
    row('agenda.0.documents.0.pages', { from: 5, to: 4 }, 'page-range'),
    row('agenda.0.documents.0.pages', { from: 0, to: 1 }, 'whole-number', 'agenda.0.documents.0.pages.from'),
    row('agenda.0.documents.0.pages', { from: 1, to: 3 }, 'page-range'),
    row('agenda.0.conflicts.0.policy', 'forbid', 'choice'),
    row(`${sealedAt}.itemKind`, 'decision', 'sealed-content'),
    row(`${sealedAt}.registryNumber`, 'KS 2026/9', 'sealed-content'),
    row(`${sealedAt}.proposedDecision`, ['Avslå'], 'sealed-content'),
    row(`${sealedAt}.extensions`, { hint: 1 }, 'sealed-content'),
    row(`${sealedAt}.sealed.slug`, 'kafferep', 'slug'),
    row(`${sealedAt}.sealed.slug`, 'f'.repeat(16), 'sealed-files'),
    row(`${sealedAt}.sealed`, null, 'open-content', `${sealedAt}.itemKind`),
    row('briefings.0.series', null, 'open-content'),
    row('briefings.1.presenter', 'Någon', 'sealed-content'),
    row('briefings.0.keyFigures.0.series.0.asOf', '2026-13-01', 'date'),
    row('briefings.0.keyFigures.0.value', '839', 'kind-of-value'),
    row('briefings.0.sections.0.sectionKind', 'gossip', 'choice'),
    row('briefings.0.commitments.0.due', '2026-01-32', 'date'),
    row('files.0.path', 'README.md', 'path-form'),
    row('files.1.path', 'META-INF/manifest.json', 'path-form'),
    row('files.1.path', 'docs/../x', 'path-form'),
    row('files.1.path', richManifest.files[2]?.path, 'path-twice', 'files.2.path'),
    row('files.1.sha256', richManifest.files[0]?.sha256, 'sha256-twice'),
    row('files.1.size', -1, 'whole-number'),
    row('files.1.size', 4e9, 'whole-number'),
    row('files.1.mediaType', 'pdf', 'media-type-form'),
    row('files.1.mediaType', 'application/pdf; a="b"', 'media-type-form'),
    row('format', 'bered', 'not-a-manifest', ''),
    row('version', '1', 'not-a-manifest'),
    row('version', 0, 'not-a-manifest'),
  ])('%s = %j: %s', (path, value, rule, at) => {
    const error = failureOf(parse(changed(path, value)));
    expect(error).toEqual({ code: 'packManifest', detail: { rule, path: at } });
  });

  test('a README that is not listed', () => {
    const manifest: Manifest = { ...richManifest, files: richManifest.files.slice(1) };
    expect(failureOf(parse(manifest)).detail).toEqual({ rule: 'readme-unlisted', path: 'files' });
  });

  test('sealed files that belong to no item', () => {
    const stray = {
      path: `sealed/${'a'.repeat(16)}/key.age`,
      size: 1,
      sha256: 'd'.repeat(64),
      mediaType: 'application/octet-stream',
    };
    const manifest: Manifest = { ...richManifest, files: [...richManifest.files, stray] };
    expect(failureOf(parse(manifest)).detail).toMatchObject({ rule: 'sealed-files' });
  });

  test('two sealed items in one folder', () => {
    const slug = richManifest.agenda[3]?.sealed?.slug;
    expect(failureOf(parse(changed('briefings.1.sealed.slug', slug))).detail).toMatchObject({
      rule: 'slug-twice',
    });
  });
});

describe('line breaks', () => {
  test('are allowed in the texts that may have them', () => {
    for (const path of [
      'pack.note',
      'agenda.0.proposedDecision.0',
      'briefings.0.sections.0.points.0.text',
      'briefings.0.keyFigures.0.note',
      'briefings.0.keyFigures.0.baselines.0.why',
      'briefings.0.commitments.0.what',
      'briefings.0.commitments.0.reported',
    ]) {
      valueOf(parse(changed(path, 'en rad\noch en till')));
    }
  });
});

describe('a newer manifest', () => {
  test('is told as newer before anything else is asked of it', () => {
    expect(failureOf(parse({ format: 'beredd', version: 7 }))).toEqual({
      code: 'packNewer',
      detail: { version: 7 },
    });
    expect(failureOf(parse({ ...richManifest, requires: ['sealed-video'] })).code).toBe('packNewer');
  });
});
