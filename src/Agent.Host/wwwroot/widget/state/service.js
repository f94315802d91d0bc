/** What answers here: its name, example questions, where its data comes from, and its clock. Fires `change` once it is known. */
export class Service extends EventTarget {
  #api;
  #ahead = 0;

  name = 'PromptLab';
  examples = [];
  isDemo = false;

  constructor(api) {
    super();
    this.#api = api;
  }

  /** By the service's clock, which decides what has expired. */
  now() {
    return Date.now() + this.#ahead;
  }

  async load() {
    const about = await this.#api.about().catch(() => null);
    if (about?.now) this.#ahead = Date.parse(about.now) - Date.now();
    Object.assign(this, { name: about?.name ?? this.name, examples: about?.examples ?? [], isDemo: about?.data_source === 'demo' });
    this.dispatchEvent(new Event('change'));
  }
}
