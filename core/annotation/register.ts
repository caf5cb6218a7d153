import { compareOperations, type Operation } from './operation.ts';

/**
 * One field of one note: all operations on it, and which of them nobody has replaced. A multi-value register — the
 * same operations give the same heads in any order, however often they arrive.
 */
export interface Register {
  /** False when it was known already. */
  readonly add: (operation: Operation) => boolean;
  /** Operations that no known one replaces, oldest first; more than one when devices did not know of each other. */
  readonly heads: () => readonly Operation[];
  /** The newest operation that both have built upon, directly or through others; null when there is none. */
  readonly commonAncestor: (a: Operation, b: Operation) => Operation | null;
  readonly operations: () => Iterable<Operation>;
}

/** An empty register. Operations with the same id must have the same content. */
export function createRegister(): Register {
  const known = new Map<string, Operation>();
  const replaced = new Set<string>();

  const ancestorsOf = (operation: Operation): ReadonlySet<string> => {
    const found = new Set<string>();
    const open = [...operation.replaces];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(...(known.get(id)?.replaces ?? []));
    }
    return found;
  };

  return {
    add: (operation) => {
      if (known.has(operation.id)) return false;
      known.set(operation.id, operation);
      for (const id of operation.replaces) if (id !== operation.id) replaced.add(id);
      return true;
    },
    heads: () => {
      const all = [...known.values()].sort(compareOperations);
      const heads = all.filter(({ id }) => !replaced.has(id));
      // Operations that replace one another in a circle can only be forged; something is shown all the same.
      return heads.length > 0 ? heads : all.slice(-1);
    },
    commonAncestor: (a, b) => {
      const ofA = new Set([...ancestorsOf(a), a.id]);
      const common = [...ancestorsOf(b), b.id].filter((id) => ofA.has(id)).map((id) => known.get(id));
      const sorted = common.filter((operation) => operation !== undefined).sort(compareOperations);
      return sorted.at(-1) ?? null;
    },
    operations: () => known.values(),
  };
}
