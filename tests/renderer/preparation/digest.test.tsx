import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { DigestPreview } from '../../../core/contract/preparationContract.ts';
import { ok } from '../../../core/errors.ts';
import type { TextBlock } from '../../../core/preparation/textDocument.ts';
import { htmlBlocks } from '../../../core/preparation/textDocument.ts';
import { DigestScreen } from '../../../renderer/features/preparation/digest/DigestScreen.tsx';
import { Block } from '../../../renderer/features/preparation/digest/TextDocumentView.tsx';
import { createFakeBridge, installFakeBridge } from '../../support/fakeClient.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';
import { sampleMeetingView } from './preparationScene.ts';

afterEach(cleanup);
// Missing in jsdom, which draws nothing.
CSSStyleSheet.prototype.replaceSync = () => undefined;

const words = fc.string({
  unit: fc.constantFrom('a', 'å', ' ', '<', '>', '&', '"', "'", '\n'),
  maxLength: 12,
});
const block: fc.Arbitrary<TextBlock> = fc.oneof(
  fc.record({ block: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3), text: words }),
  fc.record({ block: fc.constant('paragraph' as const), text: words, isQuiet: fc.boolean() }),
  fc.record({
    block: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(words, { maxLength: 3 }),
  }),
  fc.record({ block: fc.constant('quote' as const), text: words, source: words }),
);

describe('the preview of the digest', () => {
  test('is made of the very elements and words of the file', () => {
    const frame = document.createElement('div');
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        // The parser drops the line feed between blocks and writes quotation marks as they are.
        frame.innerHTML = htmlBlocks({ blocks }).replace(/\n(?=<(?:h\d|p|ol|ul|blockquote)\b)/g, '');
        const { container, unmount } = render(blocks.map((each, at) => <Block key={at} block={each} />));
        expect(container.innerHTML).toBe(frame.innerHTML);
        unmount();
      }),
      { numRuns: 100, seed: 9 },
    );
  });
});

describe('the screen of the digest', () => {
  const open = async (preview: Partial<DigestPreview> = {}) => {
    const fake = createFakeBridge({
      preparation: {
        composeDigest: ({ choice }) =>
          Promise.resolve(
            ok({
              document: { title: choice.title, language: choice.language, blocks: [] },
              warnings: [],
              ...preview,
            }),
          ),
      },
    });
    installFakeBridge(fake);
    renderWithMessages(
      <DigestScreen meeting={sampleMeetingView()} notes={null} standing={[]} onClose={() => undefined} />,
    );
    await screen.findByRole('button', { name: 'Spara som webbsida' });
    return fake;
  };
  const save = (): HTMLButtonElement => screen.getByRole('button', { name: 'Spara som webbsida' });

  test('lets nothing out before something is chosen, and then what the preview is of', async () => {
    const fake = await open();
    expect(save().disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: '1. Detaljplan' }));
    await waitFor(() => expect(save().disabled).toBe(false));
    fireEvent.change(screen.getByRole('textbox', { name: 'Din text till allmänheten' }), {
      target: { value: 'Till alla.' },
    });
    // Until it is composed anew nobody has seen what would go out.
    expect(save().disabled).toBe(true);
    await waitFor(() => expect(save().disabled).toBe(false));
    fireEvent.click(save());
    const [asked] = fake.calls.filter(({ name }) => name === 'preparation.saveDigest');
    expect(asked?.args).toMatchObject({
      as: 'html',
      choice: { items: [{ isChosen: true, publicText: 'Till alla.' }] },
    });
  });

  test('asks the person to look at each warning before it goes out', async () => {
    await open({ warnings: [{ kind: 'phone', words: '070-123 45 67', heading: '1. Detaljplan' }] });
    fireEvent.click(screen.getByRole('checkbox', { name: '1. Detaljplan' }));
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(screen.getByText('“070-123 45 67”', { exact: false })).toBeDefined();
    expect(save().disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Jag har sett detta och vill ha det så' }));
    expect(save().disabled).toBe(false);
  });
});
