import type { ProposedDocument, ProposedItem } from '../../../core/agendaImport/proposal.ts';
import { certaintyWord } from '../../../core/agendaImport/reviewEdits.ts';
import type { MessageKey } from '../../ui/messages.tsx';
import { useMessages } from '../../ui/messages.tsx';

const becauseKeys: Readonly<Record<ProposedDocument['because'], MessageKey>> = {
  folder: 'agendaImport.because.folder',
  numberInName: 'agendaImport.because.numberInName',
  titleInName: 'agendaImport.because.titleInName',
  outline: 'agendaImport.because.outline',
  agendaTable: 'agendaImport.because.agendaTable',
  heading: 'agendaImport.because.heading',
  text: 'agendaImport.because.text',
  order: 'agendaImport.because.order',
  person: 'agendaImport.because.person',
};

const certaintyKeys: Readonly<Record<ReturnType<typeof certaintyWord>, MessageKey>> = {
  certain: 'agendaImport.certain',
  likely: 'agendaImport.likely',
  check: 'agendaImport.check',
};

export interface ReviewWords {
  readonly itemName: (item: Pick<ProposedItem, 'number' | 'title'>) => string;
  readonly certainty: (document: ProposedDocument) => string;
  readonly because: (document: ProposedDocument) => string;
  readonly pages: (document: ProposedDocument) => string | null;
}

export function useReviewWords(): ReviewWords {
  const { t } = useMessages();
  return {
    itemName: ({ number, title }) => {
      const shown = title === '' ? t('agendaImport.untitled') : title;
      return number === null ? shown : `${number} ${shown}`;
    },
    certainty: (document) => t(certaintyKeys[certaintyWord(document)]),
    because: (document) => t(becauseKeys[document.because]),
    pages: ({ pages }) =>
      pages === null
        ? null
        : t('agendaImport.pages', { from: pages.from, to: pages.to, count: pages.to - pages.from + 1 }),
  };
}
