import { useMemo } from 'react';
import type { FindGroup } from '../../../core/find/meetingParts.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { Hit } from './HitList.ts';

export interface HitWords {
  readonly groupTitle: (group: FindGroup) => string;
  /** Short, beside the line: the page, or what kind of text it stands in. */
  readonly place: (hit: Hit) => string;
  /** The page of the pack; null where there is none. */
  readonly packPage: (hit: Hit) => string | null;
  /** In full, for screen readers. */
  readonly where: (hit: Hit) => string;
}

/** How the place of a hit is said. */
export function useHitWords(): HitWords {
  const { t } = useMessages();
  return useMemo(() => {
    const groupTitle = ({ heading, number, title }: FindGroup): string => {
      if (heading.type === 'meeting') return t('find.meeting');
      if (heading.type === 'elsewhere') return t('find.elsewhere');
      return [number, title].filter((part) => part !== null).join(' ');
    };
    const place = ({ part, page }: Hit): string => {
      if (part.type === 'text') return t(`find.what.${part.what}`);
      return t('find.page', { page: page ?? 0 });
    };
    const packPage = ({ part, page }: Hit): string | null => {
      const first = part.type === 'document' ? part.document.firstPackPage : null;
      return first === null ? null : t('find.packPage', { page: first - 1 + (page ?? 0) });
    };
    const where = (hit: Hit): string => {
      const { part, page, group } = hit;
      if (part.type === 'text') return `${place(hit)}, ${groupTitle(group)}`;
      return t('find.pageLong', { page: page ?? 0, document: part.document.title });
    };
    return { groupTitle, place, packPage, where };
  }, [t]);
}
