import fs from 'node:fs';
import path from 'node:path';
import { demoId } from '../demoId.mjs';
import { sourceFolder } from '../places.mjs';
import { itemContent, personId } from './itemContent.mjs';

const board = path.join(sourceFolder, 'board');
const readJson = (name) => JSON.parse(fs.readFileSync(path.join(board, name), 'utf8'));

/**
 * The executive board's meeting in one of its revisions.
 * @param {number} revision
 * @param {import('./itemContent.mjs').Documents} cache
 * @returns {Promise<{
 *   issued: string,
 *   meeting: { body: { roster: {
 *     members: { id: string, name: string, party: string, role: string }[],
 *     callIn: { party: string, then: string[] }[],
 *   } } },
 *   items: import('./itemContent.mjs').ItemContent[],
 * }>}
 */
export async function boardMeeting(revision, cache) {
  const { order, items } = readJson('agenda.json');
  const { revisions, body, ...meeting } = readJson('meeting.json');
  const { issued, note } = revisions[revision];
  return {
    issued,
    meeting: {
      ...meeting,
      note,
      packId: demoId('pack', 'board'),
      body: { name: body.name, roster: roster(body) },
    },
    items: await Promise.all(
      order[revision].map((key) =>
        itemContent(key, items[key], { sources: path.join(board, key), revision, cache }),
      ),
    ),
  };
}

function roster({ chair, viceChair, members, substitutes, callIn, source, parties }) {
  const withRole = (people, role) => people.map((person) => member(person, role, parties));
  return {
    members: [
      ...withRole(chair, 'chair'),
      ...withRole(viceChair, 'viceChair'),
      ...withRole(members, 'member'),
      ...withRole(substitutes, 'substitute'),
    ],
    callIn: Object.entries(callIn).map(([party, then]) => ({ party, then })),
    source,
  };
}

function member(person, role, parties) {
  const [, name, party] = /^(.+) \((\p{Lu}+)\)$/u.exec(person) ?? [];
  if (!parties[party]) throw new Error(`"${person}" names no known party`);
  return { id: personId(person), name, party, role };
}
