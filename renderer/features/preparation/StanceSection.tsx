import type { ReactNode } from 'react';
import { stances } from '../../../core/annotation/noteDetails.ts';
import type { Stance } from '../../../core/annotation/noteDetails.ts';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Select } from '../../ui/Select.tsx';
import { OwnText } from './OwnText.tsx';
import { usePreparation } from './PreparationContext.ts';
import { SheetSection } from './SheetSection.tsx';

type Choice = Stance | 'none';

/** Where the person stands, in the formal words, and why. */
export function StanceSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const { stanceNote, stance, item } = sheet;
  const choose = (chosen: Choice): void => {
    const value = chosen === 'none' ? null : chosen;
    if (stanceNote === null) void session.add(item.id, 'stance', { stance: value });
    else void session.edit(stanceNote.id, { stance: value });
  };
  return (
    <SheetSection title={t('preparation.myStance')}>
      <Select
        label={t('preparation.myStance')}
        hidesLabel
        value={stance ?? ('none' as Choice)}
        onChange={choose}
        choices={[
          { value: 'none' as Choice, label: t('preparation.stance.none') },
          ...stances.map((each) => ({ value: each as Choice, label: t(`preparation.stance.${each}`) })),
        ]}
      />
      {stanceNote !== null && (
        <OwnText
          key={stanceNote.id}
          label={t('preparation.why')}
          rows={2}
          value={stanceNote.text}
          onType={(text) => session.type(stanceNote.id, { text })}
        />
      )}
    </SheetSection>
  );
}

/** The person's own check of a conflict of interest: nobody else sees it. */
export function ConflictSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const { conflict, item } = sheet;
  return (
    <SheetSection title={t('preparation.conflict')}>
      <Checkbox
        isSelected={conflict !== null}
        onChange={(isSet) => {
          if (isSet) void session.add(item.id, 'conflict');
          else if (conflict !== null) void session.remove(conflict.id);
        }}
      >
        {t('preparation.conflict.check')}
      </Checkbox>
      <p className="prep-quiet">{t('preparation.conflict.private')}</p>
      {conflict !== null && (
        <>
          <OwnText
            key={conflict.id}
            label={t('preparation.conflict.reason')}
            rows={2}
            value={conflict.text}
            onType={(text) => session.type(conflict.id, { text })}
          />
        </>
      )}
    </SheetSection>
  );
}
