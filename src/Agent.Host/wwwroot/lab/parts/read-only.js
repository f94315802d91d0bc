/**
 * Lets a form be read and nothing more: each field stays in the tab order and tells its value, a list has no other choice, and the
 * buttons, which all change something, are gone. For forms that are complete: what is added later stays as it is.
 */
export function readOnly(form) {
  form.classList.add('is-read-only');
  for (const field of form.querySelectorAll('input, textarea')) field.readOnly = true;
  for (const box of form.querySelectorAll('[type="checkbox"]')) {
    box.setAttribute('aria-readonly', 'true');
    box.addEventListener('click', (event) => event.preventDefault());
  }
  for (const select of form.querySelectorAll('select')) onlyChosen(select);
  for (const control of form.querySelectorAll('button, .tag-input, .tag-box ~ .field-hint')) control.hidden = true;
}

function onlyChosen(select) {
  const chosen = [...select.selectedOptions];
  select.setAttribute('aria-readonly', 'true');
  select.replaceChildren(...chosen);
  if (!select.multiple) return;
  for (const option of chosen) option.disabled = true;
  select.closest('.field').hidden = chosen.length === 0;
}
