import fs from 'node:fs';
import path from 'node:path';
import { demoId } from '../demoId.mjs';
import { parseMarkup, proposedDecision } from '../markup.mjs';

/**
 * @typedef {{ pdfOf: (source: string, how: { typeset?: 'scan' | 'energyPlan', revision: number }) => Promise<string> }} Documents
 *   sets a document and says in which file it is
 * @typedef {{
 *   folder: string,
 *   files: { file: string, from: string }[],
 *   item: {
 *     id: string, title: string, itemKind: string, registryNumber: string | null, presenter: string | null,
 *     minutes: number | null, proposedDecision: string[],
 *     documents: { id: string, file: string, title: string, documentKind: string }[],
 *     conflicts: { person: string, policy: string }[],
 *   },
 * }} ItemContent
 */

/**
 * One agenda item with its finished documents. What is to be decided comes from the official report's own text, so
 * that the two never differ.
 * @param {string} key names the item from revision to revision
 * @param {object} item as agenda.json has it
 * @param {{ sources: string, revision: number, cache: Documents }} where
 * @returns {Promise<ItemContent>}
 */
export async function itemContent(key, item, { sources, revision, cache }) {
  const documents = item.documents ?? [];
  const files = await Promise.all(
    documents.map(async ({ file, source, typeset }) => ({
      file,
      from: await cache.pdfOf(path.join(sources, source), { typeset, revision }),
    })),
  );
  return {
    folder: item.folder,
    files,
    item: {
      id: demoId('item', key),
      title: item.title,
      itemKind: item.itemKind,
      registryNumber: item.registryNumber ?? null,
      presenter: item.presenter ?? null,
      minutes: item.minutes ?? null,
      proposedDecision: item.proposedDecision ?? decisionInReport(documents, sources, revision),
      documents: documents.map(({ file, title, documentKind }) => ({
        id: demoId('document', key, file),
        file,
        title,
        documentKind,
      })),
      conflicts: (item.conflicts ?? []).map((person) => ({ person: personId(person), policy: 'warn' })),
    },
  };
}

export const personId = (person) => demoId('person', person);

function decisionInReport(documents, sources, revision) {
  const report = documents.find(({ documentKind }) => documentKind === 'officialReport');
  if (!report) return [];
  return proposedDecision(
    parseMarkup(fs.readFileSync(path.join(sources, report.source), 'utf8'), revision).blocks,
  );
}
