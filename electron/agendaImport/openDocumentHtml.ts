import { DOMParser } from '@xmldom/xmldom';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { fitsInMemory, officePart } from './officeZip.ts';
import { escapeHtml } from '../../core/html/escapeHtml.ts';

const mostContentBytes = 40 * 2 ** 20;
const deepest = 60;

/**
 * The text of an ODF text document as a web page's body: headings, paragraphs, lists and tables; no pictures, no layout.
 * Fails with convertFailed.
 */
export async function openDocumentHtml(file: string, name: string): Promise<Result<string>> {
  const content = (await fitsInMemory(file)) ? await officePart(file, 'content.xml', mostContentBytes) : null;
  if (content === null) return failure('convertFailed', { file: name });
  try {
    const parsed = new DOMParser({ errorHandler: { warning: () => undefined } }).parseFromString(
      content,
      'text/xml',
    );
    const [body] = Array.from(parsed.getElementsByTagName('office:text'));
    const html = body === undefined ? '' : childrenOf(body, 0);
    return html === '' ? failure('convertFailed', { file: name }) : ok(html);
  } catch {
    // Whatever is wrong with it: this is the outcome of reading somebody's file, and told as such.
    return failure('convertFailed', { file: name });
  }
}

/** Elements of ODF 1.3 and what stands for them in HTML. */
const elements: Readonly<Record<string, string>> = {
  'text:p': 'p',
  'text:list': 'ul',
  'text:list-item': 'li',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
};
const transparent = new Set([
  'text:span',
  'text:a',
  'text:section',
  'table:table-rows',
  'table:table-header-rows',
  'text:list-header',
  'text:index-body',
  'text:table-of-content',
  'text:bookmark-ref',
  'draw:frame',
  'draw:text-box',
]);

function childrenOf(element: Element, depth: number): string {
  if (depth > deepest) return '';
  return Array.from(element.childNodes)
    .map((node) => nodeHtml(node, depth))
    .join('');
}

const elementNode = 1;
const textNode = 3;
const isElement = (node: Node): node is Element => node.nodeType === elementNode;

function nodeHtml(node: Node, depth: number): string {
  if (node.nodeType === textNode) return escapeHtml((node.nodeValue ?? '').replace(/\s+/g, ' '));
  if (!isElement(node)) return '';
  const { tagName } = node;
  if (tagName === 'text:line-break') return '<br>';
  if (tagName === 'text:tab') return ' ';
  if (tagName === 'text:s') return ' ';
  const inside = childrenOf(node, depth + 1);
  if (tagName === 'text:h') {
    const level = Math.min(6, Math.max(1, Number(node.getAttribute('text:outline-level')) || 1));
    return `<h${level}>${inside}</h${level}>`;
  }
  const tag = elements[tagName];
  if (tag !== undefined) return `<${tag}>${inside}</${tag}>`;
  return transparent.has(tagName) ? inside : '';
}
