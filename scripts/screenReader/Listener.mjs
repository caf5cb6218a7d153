// Presses keys and hears: what has the focus afterwards, what live regions say, and what stands in a part of the window.
import { findNode, focusedNode, nodesOf, treeOf } from './accessibleNodes.mjs';
import { spokenFocus, spokenLines } from './spokenLines.mjs';

const live = new Set(['status', 'alert', 'log']);
const pauseAfterKey = 250;

export class Listener {
  #page;
  #session;
  #words;
  #print;
  #lastSaid = '';

  constructor(page, session, words, print) {
    this.#page = page;
    this.#session = session;
    this.#words = words;
    this.#print = print;
  }

  async tree() {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return treeOf(nodes);
  }

  title(text) {
    this.#print(`\n== ${text}`);
  }

  /** Prints a node as it is read, or a text. */
  say(what) {
    const lines = typeof what === 'string' ? [what] : spokenLines(what, this.#words);
    for (const text of lines) this.#print(`  ${text}`);
  }

  /** The node of the first element a selector fits, as soon as it is there. */
  async waitFor(selector, timeout) {
    await this.#page.waitForSelector(selector, { timeout }).catch(() => null);
    return this.nodeAt(selector);
  }

  /** Presses a key and prints what is said. */
  async press(key, pause = pauseAfterKey) {
    await this.#page.keyboard.press(key);
    return this.#heard(key, pause);
  }

  async type(text, pause = pauseAfterKey) {
    await this.#page.keyboard.type(text, { delay: 15 });
    return this.#heard(`"${text}"`, pause);
  }

  async #heard(what, pause) {
    await this.#page.waitForTimeout(pause);
    const root = await this.tree();
    const focused = focusedNode(root);
    // A list that is steered from its field: what is said is the line it points at.
    const pointed =
      focused?.role === 'combobox'
        ? findNode(root, ({ role, props }) => role === 'option' && props.selected === true)
        : null;
    this.#print(`[${what}] ${spokenFocus(pointed ?? focused, this.#words)}`);
    const said = [...nodesOf(root)]
      .filter(({ role }) => live.has(role))
      .map((node) => spokenLines(node, this.#words).slice(1).join(' '))
      .filter((text) => text !== '')
      .join(' · ');
    if (said !== '' && said !== this.#lastSaid) this.#print(`    (${said})`);
    this.#lastSaid = said;
    return focused;
  }

  /** Prints a part of the window as it is read from its beginning to its end; returns its node. */
  async read(selector) {
    const node = await this.nodeAt(selector);
    if (node !== null) this.say(node);
    return node;
  }

  /** The node of the first element a selector fits; null when there is none. */
  async nodeAt(selector) {
    const { root } = await this.#session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await this.#session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    if (nodeId === 0) return null;
    const { node } = await this.#session.send('DOM.describeNode', { nodeId });
    const found = findNode(await this.tree(), ({ backendId }) => backendId === node.backendNodeId);
    if (found !== null) return found;
    // The element itself means nothing to a screen reader; what is in it does.
    const { nodes } = await this.#session.send('Accessibility.queryAXTree', {
      backendNodeId: node.backendNodeId,
    });
    const inside = new Set(nodes.map(({ backendDOMNodeId }) => backendDOMNodeId));
    const children = topmost(await this.tree(), inside);
    return { role: 'generic', name: '', description: '', value: null, props: {}, backendId: null, children };
  }
}

function topmost(node, wanted) {
  if (wanted.has(node.backendId)) return [node];
  return node.children.flatMap((child) => topmost(child, wanted));
}
