import { describe, expect, it } from 'vitest';
import { focusedNode, treeOf } from '../../scripts/screenReader/accessibleNodes.mjs';
import { spokenFocus, spokenLines } from '../../scripts/screenReader/spokenLines.mjs';
import { spokenWords } from '../../scripts/screenReader/spokenWords.mjs';

interface Part {
  readonly role: string;
  readonly name?: string;
  readonly ignored?: boolean;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Part[];
}

/** As Chromium gives it: one flat list, children by id. */
function axNodes(root: Part): object[] {
  const nodes: object[] = [];
  const add = (part: Part, parentId?: string): string => {
    const nodeId = String(nodes.length + 1);
    const node = {
      nodeId,
      ...(parentId === undefined ? {} : { parentId }),
      ignored: part.ignored ?? false,
      role: { value: part.role },
      name: { value: part.name ?? '' },
      properties: Object.entries(part.props ?? {}).map(([name, value]) => ({ name, value: { value } })),
      childIds: new Array<string>(),
    };
    nodes.push(node);
    node.childIds = (part.children ?? []).map((child) => add(child, nodeId));
    return nodeId;
  };
  add(root);
  return nodes;
}

const text = (name: string): Part => ({ role: 'StaticText', name });
const spoken = (part: Part): string[] => spokenLines(treeOf(axNodes(part)), spokenWords.sv);

describe('what a screen reader says', () => {
  it('names a heading with its level and a control with its kind and state', () => {
    expect(
      spoken({ role: 'heading', name: 'Beslut', props: { level: 2 }, children: [text('Beslut')] }),
    ).toEqual(['rubrik 2, Beslut']);
    expect(spoken({ role: 'button', name: 'Förslag till beslut', props: { expanded: true } })).toEqual([
      'Förslag till beslut, knapp, expanderad',
    ]);
  });

  it('reads what flows as one line and gives every block its own', () => {
    const paragraph = (...words: string[]): Part => ({ role: 'paragraph', children: words.map(text) });
    expect(
      spoken({ role: 'generic', children: [paragraph('Planen', 'godkänns.'), paragraph('Den ställs ut.')] }),
    ).toEqual(['Planen godkänns.', 'Den ställs ut.']);
  });

  it('tells how large a table is and which cells head it', () => {
    const cell = (role: string, words: string): Part => ({ role, children: [text(words)] });
    expect(
      spoken({
        role: 'table',
        name: 'Prognos',
        children: [
          { role: 'row', children: [cell('columnheader', 'Nämnd'), cell('columnheader', 'Helår')] },
          { role: 'row', children: [cell('rowheader', 'Kommunstyrelsen'), cell('cell', '')] },
        ],
      }),
    ).toEqual([
      'tabell, 2 rader och 2 kolumner, Prognos',
      '  kolumnrubrik Nämnd | kolumnrubrik Helår',
      '  radrubrik Kommunstyrelsen | tom',
      'tabellen slut',
    ]);
  });

  it('reads the points of a list with their labels', () => {
    const item = (label: string, words: string): Part => ({
      role: 'listitem',
      children: [
        { role: 'ListMarker', children: [text(label)] },
        { role: 'paragraph', children: [text(words)] },
      ],
    });
    expect(spoken({ role: 'list', children: [item('1.', 'Planen godkänns.')] })).toEqual([
      'lista, 1 objekt',
      '  1. Planen godkänns.',
    ]);
  });

  it('passes over what is ignored, and finds the innermost focus', () => {
    const tree = treeOf(
      axNodes({
        role: 'RootWebArea',
        props: { focused: true },
        children: [
          {
            role: 'none',
            ignored: true,
            children: [
              { role: 'row', name: '7. Detaljplan', props: { focused: true, level: 1, selected: true } },
            ],
          },
        ],
      }),
    );
    expect(spokenFocus(focusedNode(tree), spokenWords.sv)).toBe('7. Detaljplan, vald, nivå 1');
  });
});
