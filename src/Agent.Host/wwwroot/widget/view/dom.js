const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with its children. `on` holds listeners, `text` its text; other properties are set as attributes
 * (`false` and `null` leave them out, `true` sets them empty).
 */
export function element(tag, { on = {}, text = null, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  for (const [name, listener] of Object.entries(on)) node.addEventListener(name, listener);
  if (text !== null) node.textContent = text;
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function setAttribute(node, name, value) {
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : String(value));
}

/** A drawing of 24 × 24 in the colour of the text, invisible to screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', class: `icon icon-${name}`, 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', DRAWINGS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon only. */
export function iconButton(name, label, onClick, attributes = {}) {
  return element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, on: { click: onClick }, ...attributes }, icon(name));
}

const DRAWINGS = {
  alert: 'M12 8v5 M12 16.5v.01 M10.3 4 2.6 17.5A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z',
  bell: 'M6.5 10a5.5 5.5 0 0 1 11 0c0 5 2 6 2 6.5h-15c0-.5 2-1.500 2-6.5 M10 19.500a2.2 2.2 0 0 0 4 0',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevron: 'm9 6 6 6-6 6',
  close: 'M6 6l12 12 M18 6 6 18',
  compose: 'M12 5H6.5A2.5 2.5 0 0 0 4 7.5v10A2.5 2.5 0 0 0 6.5 20h10a2.5 2.5 0 0 0 2.5-2.5V12 M17.5 3.8a1.9 1.9 0 0 1 2.7 2.7L12.5 14.2 9 15l.8-3.5Z',
  copy: 'M9 9.5A1.5 1.5 0 0 1 10.5 8h8A1.5 1.5 0 0 1 20 9.5v8a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 9 17.5Z M15.5 8V6.5A1.5 1.5 0 0 0 14 5H5.5A1.5 1.5 0 0 0 4 6.5V15a1.5 1.5 0 0 0 1.5 1.5H9',
  down: 'M12 5v14 M6 13l6 6 6-6',
  download: 'M12 4v11 M7 10.5l5 5 5-5 M5 20h14',
  edit: 'M5 19l.8-3.600L16.300 4.900a1.900 1.900 0 0 1 2.700 2.700L8.600 18.200Z',
  file: 'M7 3.500h7l4.500 4.500v11a1.500 1.500 0 0 1-1.500 1.500H7A1.500 1.500 0 0 1 5.500 19V5A1.500 1.500 0 0 1 7 3.500Z M13.500 3.500V8.500h5',
  info: 'M12 11v5 M12 8v.01 M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  menu: 'M4 7h16 M4 12h16 M4 17h16',
  more: 'M5.5 12h.01 M12 12h.01 M18.5 12h.01',
  offline: 'M4 4l16 16 M8.5 15.5a5 5 0 0 1 6.5-.4 M5 12a10 10 0 0 1 5-2.7 M14.5 9.4A10 10 0 0 1 19 12 M2 8.5a15 15 0 0 1 4.5-2.8 M10.5 4.6A15 15 0 0 1 22 8.5 M12 19.5v.01',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1 M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  pin: 'M9 4h6l-.6 6 3.1 3.5v1.5h-11v-1.5L9.6 10Z M12 15v6',
  retry: 'M20 12a8 8 0 1 1-2.5-5.8L20 8.5 M20 4v4.5h-4.5',
  search: 'M17.5 10.5a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z M20.5 20.5l-5-5',
  send: 'M12 19V5 M6 11l6-6 6 6',
  shield: 'M12 3.500l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6Z M9 12l2.200 2.200L15.200 10',
  sort: 'M8 10l4-4 4 4 M8 14l4 4 4-4',
  spark: 'M12 3.5l2 6.5 6.5 2-6.5 2-2 6.5-2-6.5-6.5-2 6.5-2Z',
  stop: 'M7.5 7.5h9v9h-9Z',
  trash: 'M4.5 7h15 M9.5 7V4.5h5V7 M6.5 7l.8 12a1.5 1.5 0 0 0 1.5 1.4h6.4a1.5 1.5 0 0 0 1.5-1.4l.8-12 M10 11v5.5 M14 11v5.5',
  wait: 'M12 7v5l3 2 M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
};
