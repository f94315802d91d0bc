import { element, icon } from './dom.js';

const DRAWING = { quota_wait: 'wait', model_fallback: 'alert' };

/** A remark of the server beside the answer. */
export function noticeNode({ code, text }) {
  return element('p', { class: `notice notice-${code}`, 'data-code': code }, icon(DRAWING[code] ?? 'info'), element('span', { text: text ?? '' }));
}

export function alertNode({ title, text, severity }) {
  return element(
    'div',
    { class: 'card card-notice', 'data-severity': severity ?? null, role: 'note' },
    icon('alert'),
    element('div', {}, title && element('strong', { text: title }), text && element('p', { text })),
  );
}

/** A failed turn: what happened, what to quote, and the way on. */
export function errorNode({ message, reference, retryAfter }, retry) {
  const again = retryButton(retry);
  if (retryAfter > 0) holdBack(again, retryAfter);
  return element(
    'div',
    { class: 'error', role: 'alert' },
    icon('alert'),
    element('div', { class: 'error-body' }, element('p', { text: message }), reference && element('p', { class: 'muted', text: `Reference: ${reference}` }), again),
  );
}

export function retryButton(retry) {
  return element('button', { type: 'button', class: 'button retry', on: { click: retry } }, icon('retry'), element('span', { text: 'Try again' }));
}

/** Asking before the time is up would only be refused again. */
function holdBack(button, seconds) {
  const label = button.querySelector('span');
  let left = seconds;
  const tick = () => {
    button.disabled = left > 0;
    label.textContent = left > 0 ? `Try again in ${left} s` : 'Try again';
    if (left <= 0) clearInterval(timer);
    left -= 1;
  };
  const timer = setInterval(tick, 1000);
  tick();
}
