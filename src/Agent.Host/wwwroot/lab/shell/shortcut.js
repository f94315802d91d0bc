/**
 * Ctrl (or Cmd) and a key, wherever the focus is on the page, until the signal.
 *
 * @param {string} key as in `KeyboardEvent.key`
 */
export function onShortcut(key, signal, run) {
  const pressed = (event) => {
    if (event.key !== key || !(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    run();
  };
  document.addEventListener('keydown', pressed, { signal });
}
