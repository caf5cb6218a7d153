import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { contextMenuTemplate } from '../../../electron/windows/contextMenuTemplate.ts';
import { menuTemplate, type MenuOptions } from '../../../electron/windows/menu.ts';
import { textsIn } from '../../../electron/windows/texts.ts';

const sent: string[] = [];
const menuOf = (changed: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] =>
  menuTemplate({
    text: textsIn('sv'),
    send: (command) => sent.push(command),
    isMac: false,
    withDeveloperTools: false,
    withCommands: true,
    ...changed,
  });

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}
const labelsOf = (template: readonly MenuItemConstructorOptions[]): (string | undefined)[] =>
  template.map(({ label }) => label?.replace('&', ''));

describe('the application menu', () => {
  it('speaks the language asked for', () => {
    expect(labelsOf(menuOf())).toEqual(['Arkiv', 'Redigera', 'Visa', 'Hjälp']);
    expect(labelsOf(menuOf({ text: textsIn('en') }))).toEqual(['File', 'Edit', 'View', 'Help']);
    expect(labelsOf(menuOf({ isMac: true }))).toEqual([
      'Beredd',
      'Arkiv',
      'Redigera',
      'Visa',
      'Fönster',
      'Hjälp',
    ]);
  });

  it('sends its commands to the window', () => {
    const open = itemsOf(menuOf()).find(({ label }) => label?.includes('handlingspaket'));
    Reflect.apply(open?.click ?? (() => undefined), undefined, []);
    expect(sent).toEqual(['openPack']);
  });

  it('commands nothing while the profile is refused', () => {
    const items = itemsOf(menuOf({ withCommands: false })).filter(({ click }) => click !== undefined);
    expect(items.length).toBeGreaterThan(10);
    expect(items.every(({ enabled }) => enabled === false)).toBe(true);
  });

  it('gives no key to two commands', () => {
    const keys = itemsOf(menuOf()).flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [accelerator],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has developer tools only while developing', () => {
    const roles = (template: MenuItemConstructorOptions[]): (string | undefined)[] =>
      itemsOf(template).map(({ role }) => role);
    expect(roles(menuOf())).not.toContain('toggleDevTools');
    expect(roles(menuOf({ withDeveloperTools: true }))).toContain('toggleDevTools');
    expect(roles(menuOf())).not.toContain('reload');
  });
});

describe('the context menu', () => {
  const allowed = {
    canCut: true,
    canCopy: true,
    canPaste: false,
    canSelectAll: true,
    canUndo: false,
    canRedo: false,
    canDelete: true,
    canEditRichly: false,
  };

  it('offers the usual four in a text field', () => {
    const items = contextMenuTemplate(
      { isEditable: true, selectionText: '', editFlags: allowed },
      textsIn('en'),
    );
    expect(items.map(({ role, enabled }) => [role, enabled])).toEqual([
      ['cut', true],
      ['copy', true],
      ['paste', false],
      [undefined, undefined],
      ['selectAll', true],
    ]);
  });

  it('offers copying of selected text, and nothing where nothing is selected', () => {
    const items = (selectionText: string): (string | undefined)[] =>
      contextMenuTemplate({ isEditable: false, selectionText, editFlags: allowed }, textsIn('sv')).map(
        ({ role }) => role,
      );
    expect(items('ord')).toEqual(['copy']);
    expect(items('  ')).toEqual([]);
  });
});
