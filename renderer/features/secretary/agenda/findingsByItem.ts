import type { Finding } from '../../../../core/preflight/finding.ts';

export interface ItemTroubles {
  readonly errors: number;
  readonly warnings: number;
}

/** How much is to be mended or accepted in each item. */
export function findingsByItem(findings: readonly Finding[]): ReadonlyMap<string, ItemTroubles> {
  const troubles = new Map<string, ItemTroubles>();
  for (const { itemId, severity, accepted } of findings) {
    if (itemId === null || accepted) continue;
    const { errors, warnings } = troubles.get(itemId) ?? { errors: 0, warnings: 0 };
    troubles.set(
      itemId,
      severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 },
    );
  }
  return troubles;
}
