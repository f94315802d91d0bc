import { saveBlob, saveLink } from '../view/clipboard.js';

/** Saves a file of the server. The browser's own download takes any size, but carries no key. */
export async function saveFile(api, path, name) {
  if (await api.hasKey()) saveBlob(name, await api.file(path));
  else saveLink(name, api.address(path));
}
