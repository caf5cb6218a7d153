import type { ReactNode } from 'react';
import type { Draft } from '../../../../core/draft/draft.ts';
import type { DraftEdit } from '../../../../core/draft/draftEdit.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { useDraft } from '../session/useDraft.ts';
import { useFieldText } from '../session/useFieldText.ts';

/** What goes out with the pack: a word about what is new, and when documents are to be given back and erased. */
export function PackFields(): ReactNode {
  const { t } = useMessages();
  const draft = useDraft((now) => now);
  const note = useFieldText('pack:note', draft.note, (typed) => packEdit(draft, { note: typed }));
  const returnBy = useFieldText('pack:returnBy', draft.returnBy ?? '', (typed) =>
    packEdit(draft, { returnBy: typed === '' ? null : typed }),
  );
  const eraseAfter = useFieldText('pack:eraseAfter', draft.eraseAfter ?? '', (typed) =>
    packEdit(draft, { eraseAfter: typed === '' ? null : typed }),
  );
  return (
    <section className="sec-section" aria-label={t('secretary.pack')}>
      <div className="sec-section__head">
        <h3>{t('secretary.pack')}</h3>
      </div>
      <TextArea
        label={t(draft.base === null ? 'secretary.pack.note' : 'secretary.pack.noteNew')}
        rows={2}
        description={t('secretary.pack.noteHint')}
        {...note}
      />
      <div className="sec-pair">
        <TextField label={t('secretary.pack.returnBy')} type="date" {...returnBy} />
        <TextField
          label={t('secretary.pack.eraseAfter')}
          type="date"
          description={t('secretary.pack.eraseHint')}
          {...eraseAfter}
        />
      </div>
    </section>
  );
}

function packEdit(
  { note, returnBy, eraseAfter }: Draft,
  changed: Partial<Pick<Draft, 'note' | 'returnBy' | 'eraseAfter'>>,
): DraftEdit {
  return { do: 'setPack', note, returnBy, eraseAfter, ...changed };
}
