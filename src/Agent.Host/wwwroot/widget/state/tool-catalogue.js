/** What the tools take, so that parameters can be changed. Fires `change` once it is known. */
export class ToolCatalogue extends EventTarget {
  #api;

  /** JSON schemas of the arguments by tool; empty until they are loaded. */
  schemas = new Map();

  constructor(api) {
    super();
    this.#api = api;
  }

  /** Without the catalogue everything works but changing parameters. */
  async load() {
    const reply = await this.#api.workflows().catch(() => null);
    if (!reply) return;
    this.schemas = new Map(reply.data.map(({ name, arguments: schema }) => [name, schema]));
    this.dispatchEvent(new Event('change'));
  }
}
