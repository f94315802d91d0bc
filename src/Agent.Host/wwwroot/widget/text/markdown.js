import { Marked } from '../../vendor/marked/marked.esm.js';
import DOMPurify from '../../vendor/dompurify/purify.es.js';

/**
 * Markdown → safe nodes. The text holds names that strangers chose: markup in it is shown as text, images are not loaded,
 * links open elsewhere, and what is left passes a list of allowed elements.
 */
const ALLOWED = {
  ALLOWED_TAGS: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 'del', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'a', 'br', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ALLOWED_ATTR: ['href', 'align', 'start'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
  RETURN_DOM_FRAGMENT: true,
};

const escape = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const marked = new Marked({
  gfm: true,
  breaks: false,
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ text, href }) => escape(text || href),
  },
});

/** The top-level blocks of a text: `{raw, token, links}`. A block whose raw text is unchanged looks the same. */
export function blocksOf(text) {
  const tokens = marked.lexer(text);
  return tokens.filter(({ type }) => type !== 'space' && type !== 'def').map((token) => ({ raw: token.raw, token, links: tokens.links }));
}

export function renderBlock({ token, links }) {
  const html = marked.parser(Object.assign([token], { links }));
  const nodes = DOMPurify.sanitize(html, ALLOWED);
  for (const quote of nodes.querySelectorAll('blockquote')) quote.classList.toggle('warning', quote.textContent.trim().startsWith('⚠'));
  for (const link of nodes.querySelectorAll('a')) Object.assign(link, { target: '_blank', rel: 'noopener noreferrer' });
  return nodes;
}
