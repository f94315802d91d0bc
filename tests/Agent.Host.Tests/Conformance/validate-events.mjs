// Reads one AG-UI event per line from standard input and prints what the schemas of @ag-ui/core say:
// {"count": 12, "types": ["RUN_STARTED", …], "problems": [{"line": 3, "type": "CUSTOM", "issues": ["value: Required"]}]}
import { createInterface } from 'node:readline';
import { EventSchema } from '@ag-ui/core/schemas';

const report = { count: 0, types: [], problems: [] };

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  report.count += 1;
  const event = JSON.parse(line);
  if (!report.types.includes(event.type)) report.types.push(event.type);
  const result = EventSchema.safeParse(event);
  if (result.success) continue;
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  report.problems.push({ line: report.count, type: event.type, issues });
}

console.log(JSON.stringify(report));
