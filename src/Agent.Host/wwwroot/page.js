/** The address names the open conversation, so that Back, bookmarks and shared links work. */
const chat = document.querySelector('promptlab-chat');
const idOf = (hash) => /^#\/c\/([\w-]+)$/.exec(hash)?.[1] ?? null;

let isFirst = true;

function openFromAddress() {
  const id = idOf(location.hash);
  if (id) chat.setAttribute('conversation', id);
  else chat.removeAttribute('conversation');
}

function showInAddress({ detail: { id } }) {
  const hash = id ? `#/c/${id}` : '';
  const write = isFirst ? 'replaceState' : 'pushState';
  isFirst = false;
  if (idOf(location.hash) === id) return;
  history[write](null, '', hash || location.pathname + location.search);
  openFromAddress();
}

openFromAddress();
chat.addEventListener('conversation-change', showInAddress);
addEventListener('popstate', openFromAddress);
