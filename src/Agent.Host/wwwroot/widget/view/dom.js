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
  branch: 'M7 4v10.5 M7 8a5 5 0 0 0 5 5h1.5 M9 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z M9 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z M18.5 13a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  chart: 'M4 20h16 M6.5 16.5v-5 M11 16.5v-10 M15.5 16.5v-7 M20 16.5v-3',
  chat: 'M20 11.5a7.5 7 0 0 1-7.5 7c-1.200 0-2.300-.2-3.300-.7L4.5 19l1.300-3.700A6.700 6.700 0 0 1 5 11.5a7.5 7 0 0 1 15 0Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevron: 'm9 6 6 6-6 6',
  close: 'M6 6l12 12 M18 6 6 18',
  columns: 'M4.5 5h6v14h-6Z M13.5 5h6v14h-6Z',
  compose: 'M12 5H6.5A2.5 2.5 0 0 0 4 7.5v10A2.5 2.5 0 0 0 6.5 20h10a2.5 2.5 0 0 0 2.5-2.5V12 M17.5 3.8a1.9 1.9 0 0 1 2.7 2.7L12.5 14.2 9 15l.8-3.5Z',
  copy: 'M9 9.5A1.5 1.5 0 0 1 10.5 8h8A1.5 1.5 0 0 1 20 9.5v8a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 9 17.5Z M15.5 8V6.5A1.5 1.5 0 0 0 14 5H5.5A1.5 1.5 0 0 0 4 6.5V15a1.5 1.5 0 0 0 1.5 1.5H9',
  down: 'M12 5v14 M6 13l6 6 6-6',
  download: 'M12 4v11 M7 10.5l5 5 5-5 M5 20h14',
  edit: 'M5 19l.8-3.600L16.300 4.900a1.900 1.900 0 0 1 2.700 2.700L8.600 18.200Z',
  file: 'M7 3.500h7l4.500 4.500v11a1.500 1.500 0 0 1-1.500 1.500H7A1.500 1.500 0 0 1 5.500 19V5A1.500 1.500 0 0 1 7 3.500Z M13.500 3.500V8.500h5',
  history: 'M4.5 12a7.5 7.5 0 1 0 2.200-5.300L4 9.300 M4 4.800v4.5h4.5 M12 8v4.200l2.800 1.800',
  info: 'M12 11v5 M12 8v.01 M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1 M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  lock: 'M6.5 11h11v8.5h-11Z M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  menu: 'M4 7h16 M4 12h16 M4 17h16',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  more: 'M5.5 12h.01 M12 12h.01 M18.5 12h.01',
  offline: 'M4 4l16 16 M8.5 15.5a5 5 0 0 1 6.5-.4 M5 12a10 10 0 0 1 5-2.7 M14.5 9.4A10 10 0 0 1 19 12 M2 8.5a15 15 0 0 1 4.5-2.8 M10.5 4.6A15 15 0 0 1 22 8.5 M12 19.5v.01',
  people: 'M12.5 8.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z M4 19a5.5 5.5 0 0 1 11 0 M15 5.800a3 3 0 0 1 0 5.400 M17 14.200a5.5 5.5 0 0 1 3 4.800',
  pin: 'M9 4h6l-.6 6 3.1 3.5v1.5h-11v-1.5L9.6 10Z M12 15v6',
  play: 'M8 5.5v13l10.5-6.5Z',
  plus: 'M12 5v14 M5 12h14',
  retry: 'M20 12a8 8 0 1 1-2.5-5.8L20 8.5 M20 4v4.5h-4.5',
  rows: 'M4.5 6h15 M4.5 12h15 M4.5 18h15 M4.5 6v12 M19.5 6v12',
  search: 'M17.5 10.5a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z M20.5 20.5l-5-5',
  send: 'M12 19V5 M6 11l6-6 6 6',
  shield: 'M12 3.500l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6Z M9 12l2.200 2.200L15.200 10',
  sort: 'M8 10l4-4 4 4 M8 14l4 4 4-4',
  spark: 'M12 3.5l2 6.5 6.5 2-6.5 2-2 6.5-2-6.5-6.5-2 6.5-2Z',
  stop: 'M7.5 7.5h9v9h-9Z',
  sun: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z M12 3v2 M12 19v2 M3 12h2 M19 12h2 M5.600 5.600 7 7 M17 17l1.400 1.400 M18.400 5.600 17 7 M7 17l-1.400 1.400',
  tag: 'M4.5 5.5v6l8 8 6.5-6.5-8-8h-6Z M8.5 9v.01',
  template: 'M6 3.5h12v17H6Z M9 8h6 M9 12h6 M9 16h3',
  'thumb-down': 'M17 4.500v9 M17 13.500l-3.800 6.500a2 2 0 0 1-3.500-1.800l.8-3.700H5.600a2 2 0 0 1-2-2.400l1.200-6a2 2 0 0 1 2-1.600H17 M17 4.500h3.500v9H17',
  'thumb-up': 'M7 19.500v-9 M7 10.500l3.800-6.500a2 2 0 0 1 3.500 1.800l-.8 3.700h4.900a2 2 0 0 1 2 2.400l-1.200 6a2 2 0 0 1-2 1.600H7 M7 19.500H3.500v-9H7',
  trash: 'M4.5 7h15 M9.5 7V4.5h5V7 M6.5 7l.8 12a1.5 1.5 0 0 0 1.5 1.4h6.4a1.5 1.5 0 0 0 1.5-1.4l.8-12 M10 11v5.5 M14 11v5.5',
  up: 'M12 19V5 M6 11l6-6 6 6',
  upload: 'M12 15V4 M7 8.5l5-5 5 5 M5 20h14',
  wait: 'M12 7v5l3 2 M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
};
