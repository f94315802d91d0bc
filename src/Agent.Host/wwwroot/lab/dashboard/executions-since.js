/** Gives links to the list of executions from that day on, narrowed by more filters. @param {string|undefined} from as 2026-01-31 */
export function executionsSince(from) {
  return (filters = {}) => `/lab/executions?${new URLSearchParams({ ...filters, ...(from && { from }) })}`;
}
