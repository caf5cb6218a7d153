import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../renderer/app/commands/commandRegistry.ts';
import { commandWords } from '../../../renderer/app/commands/commandWords.ts';
import { listenToKeys } from '../../../renderer/app/commands/keyListener.ts';

let stop = (): void => {};
let asked = 0;

function listen(): void {
  const command: Command = {
    id: 'find',
    words: commandWords.inEnglish,
    keys: ['Mod+F'],
    worksWhileWriting: true,
    run: () => (asked += 1),
  };
  stop = listenToKeys(
    () => [command],
    () => 'linux',
    () => undefined,
  );
}

function show(html: string): HTMLButtonElement {
  document.body.innerHTML = html;
  const button = document.querySelector('button');
  if (button === null) throw new Error('nothing to press a key on');
  return button;
}

const press = (on: Element): boolean =>
  on.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'f', code: 'KeyF', ctrlKey: true, bubbles: true, cancelable: true }),
  );

describe('keys of commands', () => {
  afterEach(() => {
    stop();
    asked = 0;
    document.body.replaceChildren();
  });

  it('are carried out where nothing keeps the keys for itself', () => {
    listen();
    press(show('<main><button>Karta</button></main>'));
    expect(asked).toBe(1);
  });

  it('belong to a dialog while it is open', () => {
    listen();
    press(show('<div class="ui-dialog-overlay"><div role="dialog"><button>Spara</button></div></div>'));
    expect(asked).toBe(0);
  });

  it('mean what lies behind as soon as a dialog is closed, while it still fades', () => {
    listen();
    press(
      show(
        '<div class="ui-dialog-overlay" data-exiting><div role="dialog"><button>Spara</button></div></div>',
      ),
    );
    expect(asked).toBe(1);
  });

  it('belong to the dialog that is open while another fades', () => {
    listen();
    const fading = '<div class="ui-dialog-overlay" data-exiting><div role="dialog"></div></div>';
    press(show(`${fading}<div class="ui-dialog-overlay"><div role="dialog"><button>Ja</button></div></div>`));
    expect(asked).toBe(0);
  });
});
