import { Merge, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useEditor, useEditorState } from '../editor/useEditor.ts';

/** What can be done with several items at once. */
export function SelectionBar(): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const count = useEditorState((state) => state.selected.size);
  return (
    <div className="sec-selection" role="toolbar" aria-label={t('secretary.selection')}>
      <span className="sec-selection__count">{t('secretary.selected', { count })}</span>
      <Button size="small" icon={<Merge size={14} aria-hidden />} onPress={() => void model.join()}>
        {t('secretary.join')}
      </Button>
      <Button size="small" icon={<Trash2 size={14} aria-hidden />} onPress={() => void model.remove()}>
        {t('secretary.remove')}
      </Button>
      <IconButton
        size="small"
        label={t('secretary.unselect')}
        icon={<X size={15} aria-hidden />}
        onPress={() => model.select(new Set(), false)}
      />
    </div>
  );
}
