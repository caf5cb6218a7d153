import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Texts } from './texts.ts';

/** What a right click offers: the usual four in a text field, copying of selected text elsewhere, else nothing. */
export function contextMenuTemplate(
  clicked: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>,
  text: Texts,
): MenuItemConstructorOptions[] {
  const { editFlags } = clicked;
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: text('shell.menu.copy'),
    enabled: editFlags.canCopy,
  };
  if (!clicked.isEditable) return clicked.selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'cut', label: text('shell.menu.cut'), enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: text('shell.menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: text('shell.menu.selectAll'), enabled: editFlags.canSelectAll },
  ];
}
