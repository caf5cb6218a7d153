import { canonicalJson } from '../pack/canonicalJson.ts';
import { compareOperations, type Operation } from './operation.ts';

/**
 * The operations of `incoming` that are not among `known` yet, ready to be added. Two copies of one profile give the
 * same ids to different operations; such an operation comes in under an epoch of its own (made by `digest` from its
 * content, hex digits), and what builds on it follows. Taking in the same operations twice adds nothing.
 */
export function newOperations(
  known: Iterable<Operation>,
  incoming: Iterable<Operation>,
  digest: (text: string) => string,
): readonly Operation[] {
  const contents = new Map([...known].map((operation) => [operation.id, canonicalJson(operation)]));
  const renamed = new Map<string, string>();
  const added: Operation[] = [];
  // Whatever an operation replaces has an earlier clock, so its new name is known by then.
  for (const operation of [...incoming].sort(compareOperations)) {
    const here = withReferences(operation, renamed);
    const content = canonicalJson(here);
    const knownContent = contents.get(here.id);
    if (knownContent === content) continue;
    const taken = knownContent === undefined ? here : { ...here, id: ownName(operation.id, digest(content)) };
    if (taken !== here) renamed.set(operation.id, taken.id);
    if (contents.has(taken.id)) continue;
    contents.set(taken.id, canonicalJson(taken));
    added.push(taken);
  }
  return added;
}

function withReferences(operation: Operation, renamed: ReadonlyMap<string, string>): Operation {
  if (!operation.replaces.some((id) => renamed.has(id))) return operation;
  return { ...operation, replaces: operation.replaces.map((id) => renamed.get(id) ?? id) };
}

function ownName(id: string, digest: string): string {
  const [device, epoch, sequence] = id.split(':');
  return `${device}:${epoch}-${digest.slice(0, 16)}:${sequence}`;
}
