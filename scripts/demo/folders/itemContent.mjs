import fs from 'node:fs';
import path from 'node:path';
import { demoId } from '../demoId.mjs';
import { parseMarkup, proposedDecision } from '../markup.mjs';

/**
 * One agenda item with its finished documents. What is to be decided comes from the official report's own text, so
 * that the two never differ.
 * @param {string} key names the item from revision to revision
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
