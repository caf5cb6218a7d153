import type { Finding } from './finding.ts';

/** What every wording of pre-flight may ask for, so that none is left open; `none` where a wording leaves the words out. */
export const openFindingValues: Finding['detail'] = {
  what: 'other',
  document: '',
  file: '',
  count: 0,
  of: 0,
  from: 0,
  to: 0,
  pages: 'none',
  size: 0,
  limit: 0,
  number: '',
  before: '',
  after: '',
  item: '',
  title: '',
  other: '',
  deadline: '',
  source: 'none',
  days: 0,
};
