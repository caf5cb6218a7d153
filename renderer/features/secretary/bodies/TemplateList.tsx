import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftTemplate } from '../../../../core/draft/draftViews.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { agendaLines } from '../agenda/agendaLines.ts';

/** Agendas that meetings of the body can begin with. They are made in a draft. */
export function TemplateList({
  templates,
  onRemove,
}: {
  templates: readonly DraftTemplate[];
  onRemove: (templateId: string) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <section className="sec-section" aria-label={t('secretary.templates')}>
      <div className="sec-section__head">
        <h2>{t('secretary.templates')}</h2>
      </div>
      {templates.length === 0 ? (
        <p className="sec-section__none">{t('secretary.templates.none')}</p>
      ) : (
        <ul className="template-list">
          {templates.map(({ id, name, items }) => (
            <li key={id}>
              <span className="template-list__name">{name}</span>
              <span className="template-list__count">
                {t('agenda.itemCount', { count: agendaLines(items).length })}
              </span>
              <IconButton
                size="small"
                label={t('secretary.templates.remove', { name })}
                icon={<Trash2 size={15} aria-hidden />}
                onPress={() => onRemove(id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
