// Presses keys and looks after each where the focus is: it must never fall to nothing, nor lie where nobody sees it.

const settleMs = 200;
/** For something that is asked for to be there. */
const waitMs = 5000;

export class KeyboardWalker {
  #page;
  #print;
  #faults = [];
  #missing = [];
  #reached = 0;

  constructor(page, print) {
    this.#page = page;
    this.#print = print;
  }

  /** What was not reached, and where the focus was lost. */
  result() {
    return { reached: this.#reached, missing: this.#missing, faults: this.#faults };
  }

  title(text) {
    this.#print(`\n== ${text}`);
  }

  async press(...keys) {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      await this.#page.waitForTimeout(settleMs);
      const fault = await this.#lastingFault();
      if (fault !== null) this.#faults.push(`after ${key}: ${fault}`);
    }
  }

  async type(text) {
    await this.#page.keyboard.type(text, { delay: 12 });
    await this.#page.waitForTimeout(settleMs);
  }

  /** Presses keys, and says whether what was to be reached is there: `isThere` is asked in the window until it is. */
  async reach(name, keys, isThere, argument) {
    await this.press(...keys);
    return this.expect(name, keys.join(' '), isThere, argument);
  }

  async expect(name, how, isThere, argument) {
    const found = await this.#page
      .waitForFunction(isThere, argument, { timeout: waitMs })
      .then(() => true)
      .catch(() => false);
    if (found) this.#reached += 1;
    else this.#missing.push(`${name} (${how})`);
    this.#print(`  ${found ? 'yes' : 'NO '}  ${name}  [${how}]`);
    return found;
  }

  /** By the palette: what is typed, and Enter on the first line. */
  async choose(typed) {
    await this.press('Control+K');
    await this.type(typed);
    await this.press('Enter');
  }

  /** Goes on with a key until the focus is on what a selector fits; false when it never comes there. */
  async pressUntil(key, selector, most = 40) {
    for (let press = 0; press < most; press += 1) {
      await this.press(key);
      if (await this.#page.evaluate((wanted) => document.activeElement?.matches(wanted), selector))
        return true;
    }
    return false;
  }

  evaluate(ask, argument) {
    return this.#page.evaluate(ask, argument);
  }

  /** What is being drawn may take the focus a moment later. */
  async #lastingFault() {
    for (let attempt = 0; ; attempt += 1) {
      const fault = await this.#page.evaluate(focusFault);
      if (fault === null || attempt === 6) return fault;
      await this.#page.waitForTimeout(settleMs);
    }
  }
}

/** Runs in the window. */
function focusFault() {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus';
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const isInWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const name = focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40) ?? '';
  return isInWindow ? null : `${focused.tagName.toLowerCase()} “${name}” is out of the window`;
}
