import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Messages } from '../../ui/messages.tsx';

/** "Från Anna Ek, kommentar i PDF"; '' for what the person made. */
export function originWords({ t }: Messages, { origin }: Pick<Annotation, 'origin'>): string {
  if (origin == null) return '';
  const kind = t(`incoming.origin.${origin.kind}`);
  return origin.author === ''
    ? t('incoming.fromNobody', { kind })
    : t('incoming.from', { author: origin.author, kind });
}
