import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { SheetNote } from '../../../core/preparation/sheet.ts';
import type { Messages } from '../../ui/messages.tsx';

/** "Tjänsteskrivelse, s. 2 (paketsida 102)"; empty for a note on no page. */
export function placeWords({ t }: Messages, { document, page, packPage }: SheetNote): string {
  const where =
    page === null
      ? ''
      : packPage === null
        ? t('preparation.page', { page })
        : t('preparation.pageAndPack', { page, packPage });
  return [document ?? '', where].filter((part) => part !== '').join(', ');
}

/** "Taggar: Budget, Skola"; '' without any. */
export const tagWords = ({ t }: Messages, { tags = [] }: Pick<Annotation, 'tags'>): string =>
  tags.length === 0 ? '' : t('tags.named', { names: tags.map(({ name }) => name).join(', ') });
