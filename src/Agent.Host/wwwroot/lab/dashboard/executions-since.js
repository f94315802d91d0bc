/** Gives links to the list of executions from that day on, narrowed by more filters; rows of evaluations are counted, so they are listed. */
export function executionsSince(from) {
  return (filters = {}) => `/lab/executions?${new URLSearchParams({ ...filters, include: 'evaluations', ...(from && { from }) })}`;
}
