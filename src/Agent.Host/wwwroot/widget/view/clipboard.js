import { element } from './dom.js';

/** @returns {Promise<boolean>} whether the clipboard holds the text now */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Pages on plain HTTP have no clipboard object. */
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = element('textarea', { 'aria-hidden': 'true', readonly: true });
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  focused?.focus?.({ preventScroll: true });
  return isCopied;
}

export function saveText(fileName, type, text) {
  saveBlob(fileName, new Blob([text], { type }));
}

export function saveLink(fileName, address) {
  element('a', { href: address, download: fileName }).click();
}

export function saveBlob(fileName, blob) {
  const address = URL.createObjectURL(blob);
  saveLink(fileName, address);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
