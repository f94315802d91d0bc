// Talks to the MCP door with the protocol's own client and prints what it got.
//   node model-context.mjs http://127.0.0.1:5080/ < steps.json
// Steps, a JSON array: {"tools": true}, {"call": "top_offers", "arguments": {…}}, {"prompts": true} or {"prompt": "Recap", "arguments": {…}}.
//   {"server": {…}, "instructions": "…", "reports": [{"tools", "text", "isError", "structured", "progress", "prompts", "messages", "error": {"code", "message"}}]}
// The client checks structured results against the tool's output schema, and fails the step otherwise.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const headers = process.env.PROMPTLAB_API_KEY ? { Authorization: `Bearer ${process.env.PROMPTLAB_API_KEY}` } : {};
const client = new Client({ name: 'promptlab-conformance', version: '1.0.0' });
const steps = JSON.parse(await text(process.stdin));
try {
  await client.connect(new StreamableHTTPClientTransport(new URL('mcp', process.argv[2]), { requestInit: { headers } }));
  await client.listTools(); // The client learns the output schemas.
  const reports = [];
  for (const step of steps) reports.push(await run(step).catch(failure));
  console.log(JSON.stringify({ server: client.getServerVersion(), instructions: client.getInstructions(), reports }));
  await client.close();
} catch (error) {
  console.log(JSON.stringify({ reports: [failure(error)] }));
}

async function run(step) {
  if (step.tools) return { tools: (await client.listTools()).tools };
  if (step.prompts) return { prompts: await allPrompts() };
  if (step.prompt) {
    const { messages, description } = await client.getPrompt({ name: step.prompt, arguments: step.arguments });
    return { text: description, messages: messages.map(({ content }) => content.text) };
  }
  const progress = [];
  const result = await client.callTool({ name: step.call, arguments: step.arguments ?? {} }, undefined, { onprogress: ({ message }) => progress.push(message) });
  return { text: result.content.map((part) => part.text).join('\n'), isError: result.isError ?? false, structured: result.structuredContent, progress };
}

async function allPrompts() {
  const prompts = [];
  let cursor;
  do {
    const page = await client.listPrompts({ cursor });
    prompts.push(...page.prompts);
    cursor = page.nextCursor;
  } while (cursor);
  return prompts;
}

function failure(error) {
  return { error: { code: error.code ?? null, message: error.message } };
}

async function text(stream) {
  let whole = '';
  for await (const part of stream) whole += part;
  return whole;
}
