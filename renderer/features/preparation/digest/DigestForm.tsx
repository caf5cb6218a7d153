import type { ReactNode } from 'react';
import type { DigestChoice } from '../../../../core/preparation/digest/digestChoice.ts';
import { withDigestItem } from '../../../../core/preparation/digest/digestChoice.ts';
import type { OfferedItem } from '../../../../core/preparation/digest/digestOffer.ts';
import { languages } from '../../../../core/settings/settings.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { DigestItemForm } from './DigestItemForm.tsx';

/** What goes out: the words on top, and item by item each part that is chosen. */
export function DigestForm({
  choice,
  offer,
  sealedCount,
  onChange,
}: {
  readonly choice: DigestChoice;
  readonly offer: readonly OfferedItem[];
  readonly sealedCount: number;
  readonly onChange: (choice: DigestChoice) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <section className="digest-form" aria-label={t('preparation.digest.choose')}>
      <p className="prep-quiet">{t('preparation.digest.rule')}</p>
      <TextField
        label={t('preparation.digest.title')}
        value={choice.title}
        maxLength={300}
        onChange={(title) => onChange({ ...choice, title })}
      />
      <div className="prep-row">
        <TextField
          label={t('preparation.digest.signature')}
          value={choice.signature}
          maxLength={300}
          onChange={(signature) => onChange({ ...choice, signature })}
        />
        <Select
          label={t('preparation.digest.language')}
          value={choice.language}
          onChange={(language) => onChange({ ...choice, language })}
          choices={languages.map((value) => ({ value, label: t(`preparation.digest.language.${value}`) }))}
        />
      </div>
      <TextArea
        label={t('preparation.digest.introduction')}
        rows={3}
        value={choice.introduction}
        maxLength={20_000}
        onChange={(introduction) => onChange({ ...choice, introduction })}
      />
      <h2>{t('preparation.itemList')}</h2>
      {offer.length === 0 && <p className="prep-quiet">{t('preparation.none')}</p>}
      <ul className="digest-items">
        {offer.map((item) => (
          <li key={item.id}>
            <DigestItemForm
              item={item}
              choice={choice}
              onChange={(patch) => onChange(withDigestItem(choice, item.id, patch))}
            />
          </li>
        ))}
      </ul>
      {sealedCount > 0 && <p className="prep-quiet">{t('preparation.digest.sealed', { n: sealedCount })}</p>}
    </section>
  );
}
