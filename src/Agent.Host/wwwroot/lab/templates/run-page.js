import { loading } from '../parts/states.js';
import { RunPanel } from './run-panel.js';
import { templateHead } from './template-head.js';

/**
 * Runs a template. `?version=` or `?label=` says which text; `?from=` is an execution whose values, provider and parameters are taken.
 */
export async function show(page, { id }, lab) {
  page.append(loading());
  const from = lab.query.get('from');
  const [saved, providers, earlier] = await Promise.all([
    lab.api.get(`templates/${id}`, {}, lab.signal),
    lab.api.get('providers', {}, lab.signal),
    from ? lab.api.get(`executions/${from}`, {}, lab.signal) : null,
  ]);
  if (lab.signal.aborted) return;
  const label = lab.query.get('label');
  const version = label ? `label:${label}` : lab.query.get('version') ?? (earlier ? String(earlier.execution.version) : '');
  lab.title(`Run ${saved.template.name}`);
  page.replaceChildren(templateHead(saved, 'run'), new RunPanel(saved, providers.data, lab, { version, ...(earlier && { given: givenBy(earlier) }) }).node);
}

function givenBy({ execution, variables, parameters }) {
  const standard = execution.provider === execution.requested_provider ? execution.model : null;
  return { variables, parameters, provider: execution.requested_provider, model: standard, fallback: execution.fallback };
}
