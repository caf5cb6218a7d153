import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { SegmentedControl } from '../../../ui/RadioGroup.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { agendaLines } from '../agenda/agendaLines.ts';
import { useDraft, useDraftSession } from '../session/useDraft.ts';
import { useFieldText } from '../session/useFieldText.ts';

/** How items are counted. Numbers that were written by hand stay until they are given back. */
export function NumberingFields(): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const numbering = useDraft((draft) => draft.numbering);
  const items = useDraft((draft) => draft.items);
  const fixed = agendaLines(items).filter(({ item }) => item.numberFixed);
  const first = useFieldText('meeting:firstNumber', String(numbering.first), (typed) =>
    /^[1-9]\d{0,5}$/.test(typed.trim())
      ? { do: 'setNumbering', numbering: { ...numbering, first: Number(typed.trim()) } }
      : null,
  );
  const giveBack = async (): Promise<void> => {
    for (const { item } of fixed)
      await session.edit({ do: 'setItem', itemId: item.id, patch: { numberFixed: false } });
  };
  return (
    <section className="sec-section" aria-label={t('secretary.numbering')}>
      <div className="sec-section__head">
        <h3>{t('secretary.numbering')}</h3>
      </div>
      <div className="sec-numbering">
        <SegmentedControl
          label={t('secretary.numbering.style')}
          value={numbering.style}
          choices={[
            { value: 'number', label: '1, 2, 3' },
            { value: 'section', label: '§ 1, § 2' },
          ]}
          onChange={(style) => void session.edit({ do: 'setNumbering', numbering: { ...numbering, style } })}
        />
        <div className="sec-numbering__first">
          <TextField
            label={t('secretary.numbering.first')}
            inputMode="numeric"
            {...first}
            error={/^[1-9]\d{0,5}$/.test(first.value.trim()) ? null : t('secretary.numbering.firstWrong')}
          />
        </div>
      </div>
      {fixed.length > 0 && (
        <p className="sec-rule">
          <span>{t('secretary.numbering.fixed', { count: fixed.length })}</span>
          <Button size="small" onPress={() => void giveBack()}>
            {t('secretary.numbering.giveBack')}
          </Button>
        </p>
      )}
    </section>
  );
}
