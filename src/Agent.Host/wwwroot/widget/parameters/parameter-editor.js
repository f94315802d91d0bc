import { element } from '../view/dom.js';
import { changedArguments, choicesOf, isNumber, startText } from './chip-value.js';
import { SuggestionList } from './suggestion-list.js';
import { suggestionsFor } from './suggestions.js';

let editors = 0;

/** Changes one parameter of an answered request and runs the same workflow again. Escape or a click elsewhere closes it. */
export class ParameterEditor {
  #request;
  #chip;
  #actions;
  #start;
  #field;
  #list = null;
  #error = element('p', { class: 'editor-error', role: 'alert', hidden: true });
  #apply = element('button', { type: 'submit', class: 'button primary', text: 'Apply' });
  #reset = null;
  #isBusy = false;

  /**
   * @param {{tool, args, chips}} request
   * @param {{argument, label, value, is_default}} chip
   * @param {{type, enum, description}} schema of the argument
   * @param {boolean} isRequired
   * @param {{call: (call, message: string) => Promise<void>, runWorkflow, closed: () => void}} actions
   */
  constructor(request, chip, schema, isRequired, actions) {
    this.#request = request;
    this.#chip = chip;
    this.#actions = actions;
    this.#start = startText(chip, schema, request.args);
    editors += 1;
    const id = `parameter-${editors}`;
    this.#field = this.#createField(id, schema);
    this.node = this.#assemble(id, schema, isRequired);
  }

  open(anchor) {
    anchor.after(this.node);
    this.node.showPopover();
    this.#place(anchor);
    this.#field.focus();
    this.#field.select?.();
  }

  #createField(id, schema) {
    const choices = choicesOf(schema);
    if (choices) {
      const field = element('select', { id }, ...choices.map((word) => element('option', { value: word, text: word })));
      field.value = this.#start || choices[0];
      return field;
    }
    const field = element('input', { id, type: isNumber(schema) ? 'number' : 'text', autocomplete: 'off', step: schema.type === 'number' ? 'any' : null, min: isNumber(schema) ? '0' : null });
    field.value = this.#start;
    if (this.#chip.is_default && !isNumber(schema)) field.placeholder = this.#chip.value;
    return field;
  }

  #assemble(id, schema, isRequired) {
    const { label, argument, is_default: isDefault } = this.#chip;
    const suggest = this.#field.tagName === 'INPUT' && !isNumber(schema) ? suggestionsFor(argument, this.#actions.runWorkflow) : null;
    if (suggest) this.#list = new SuggestionList(this.#field, `${id}-list`, suggest);
    if (!isRequired && !isDefault) this.#reset = element('button', { type: 'button', class: 'quiet-button', text: 'Back to the usual', on: { click: () => this.#run('', null) } });
    return element(
      'form',
      {
        class: 'parameter-editor',
        popover: 'auto',
        role: 'dialog',
        'aria-label': `Change ${label.toLowerCase()}`,
        on: { submit: (event) => this.#submit(event), toggle: (event) => this.#toggled(event), keydown: (event) => event.stopPropagation() },
      },
      element('label', { for: id, text: label }),
      this.#field,
      this.#list?.node,
      this.#error,
      element('div', { class: 'editor-actions' }, this.#reset, element('button', { type: 'button', class: 'button', text: 'Cancel', on: { click: () => this.node.hidePopover() } }), this.#apply),
    );
  }

  #place(anchor) {
    const { left, top, bottom } = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.node;
    const below = bottom + 6;
    this.node.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    this.node.style.top = `${below + height < innerHeight ? below : Math.max(8, top - height - 6)}px`;
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#field.value.trim();
    if (text === this.#start && text !== '') this.node.hidePopover();
    else this.#run(text, this.#valueOf(text));
  }

  #valueOf(text) {
    if (this.#field.type === 'number') return Number(text);
    return this.#list?.valueOf(text) ?? text;
  }

  async #run(text, value) {
    if (this.#isBusy) return;
    this.#show({ isBusy: true, error: '' });
    const { tool, args } = this.#request;
    try {
      const call = { tool, arguments: changedArguments(args, this.#chip.argument, text, value) };
      await this.#actions.call(call, `${this.#chip.label}: ${text || 'the usual'}`);
      this.node.hidePopover();
    } catch (problem) {
      this.#show({ isBusy: false, error: problem.message });
      this.#field.focus();
    }
  }

  #show({ isBusy, error }) {
    this.#isBusy = isBusy;
    for (const button of [this.#apply, this.#reset]) if (button) button.disabled = isBusy;
    this.node.setAttribute('aria-busy', String(isBusy));
    this.#error.textContent = error;
    this.#error.hidden = error === '';
  }

  #toggled({ newState }) {
    if (newState !== 'closed') return;
    this.#list?.stop();
    this.node.remove();
    this.#actions.closed();
  }
}
