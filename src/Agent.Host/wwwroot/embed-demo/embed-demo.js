const form = document.querySelector('#settings');
const chat = document.querySelector('promptlab-chat');
const said = document.querySelector('#said');
const snippet = document.querySelector('#snippet');

const ATTRIBUTE = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };
const quoted = (text) => `"${text.replace(/[&"<]/g, (letter) => ATTRIBUTE[letter])}"`;

function show() {
  const { title, theme, prompts, accent, width } = Object.fromEntries(new FormData(form));
  chat.setAttribute('title', title);
  chat.setAttribute('theme', theme);
  chat.setAttribute('start-prompts', prompts);
  chat.style.setProperty('--promptlab-accent', accent);
  document.querySelector('#place').dataset.width = width;
  snippet.textContent = snippetOf({ title, theme, prompts, accent });
}

function snippetOf({ title, theme, prompts, accent }) {
  const script = new URL('../widget/promptlab-chat.js', import.meta.url).href;
  const attributes = [`title=${quoted(title)}`, `theme=${quoted(theme)}`, 'token-url="/chat-token"', `start-prompts=${quoted(prompts)}`];
  return [
    `<script type="module" src="${script}"></script>`,
    `<promptlab-chat ${attributes.join('\n                ')}`,
    `                style="display: block; height: 600px; --promptlab-accent: ${accent}"></promptlab-chat>`,
  ].join('\n');
}

async function copy() {
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    said.textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(snippet);
    said.textContent = 'Copying is not allowed here; the snippet is selected.';
  }
}

form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
document.querySelector('#copy').addEventListener('click', copy);
show();
