import type { Finding, FindingCode } from './finding.ts';
import { preflightErrors } from './finding.ts';

const errors: ReadonlySet<string> = new Set(preflightErrors);

/** A finding before anyone accepted it. */
export type Found = Omit<Finding, 'accepted'>;

interface Where {
  readonly itemId?: string;
  readonly documentId?: string;
  readonly person?: string;
  readonly page?: number;
  /** What else makes it this finding and no other: contents, values. */
  readonly about?: string;
  readonly detail?: Finding['detail'];
}

/** One finding. Its key is its code, where it is and what it is about. */
export function found(code: FindingCode, where: Where = {}): Found {
  const { itemId = null, documentId = null, person = null, page = null, about = '', detail = {} } = where;
  const key = [code, itemId, documentId, person, page, about]
    .filter((part) => part !== null && part !== '')
    .join(':');
  return {
    key,
    code,
    severity: errors.has(code) ? 'error' : 'warning',
    itemId,
    documentId,
    person,
    page,
    detail,
  };
}
