import { element } from '../view/dom.js';
import { blocksOf, renderBlock } from './markdown.js';

/**
 * A growing Markdown text. Only blocks that changed are made anew, so that what a person does in a finished one (sorting,
 * selecting) survives the rest of the stream.
 */
export class MarkdownView {
  #text = '';
  #blocks = [];
  #dress;

  node = element('div', { class: 'markdown' });

  /** @param {(block: HTMLElement) => void} dress finishes a new block's nodes, for example its tables */
  constructor(dress) {
    this.#dress = dress;
  }

  update(text) {
    if (text === this.#text) return;
    this.#text = text;
    const blocks = blocksOf(text);
    let same = 0;
    while (same < blocks.length && blocks[same].raw === this.#blocks[same]?.raw) same += 1;
    for (const { node } of this.#blocks.splice(same)) node.remove();
    for (const block of blocks.slice(same)) this.#append(block);
  }

  #append(block) {
    const node = element('div', { class: 'block' });
    node.append(renderBlock(block));
    this.#dress(node);
    this.#blocks.push({ raw: block.raw, node });
    this.node.append(node);
  }
}
