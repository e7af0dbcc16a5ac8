import { choicesOf } from './components.js';
import { byId, freshId, h } from './dom.js';
import { markdown } from './markdown-view.js';

/**
 * Shows the form that a bot opens.
 *
 * @param {object} modal
 * @param {import('./components.js').Surroundings} around
 * @param {(fields: Record<string, string | string[]>) => Promise<void>} submit
 */
export function openModal(modal, around, submit) {
  const dialog = byId('form');
  /** @type {Map<string, () => string | string[]>} */
  const readers = new Map();
  const error = h('p', { class: 'error', role: 'alert' });
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', { id: 'form-title' }, modal.title),
    ...modal.components.map((component) => part(component, around, readers)),
    error,
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'button', class: 'button secondary', onclick: () => dialog.close() }, 'Cancel'),
      h('button', { type: 'submit', class: 'button primary' }, 'Submit'),
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await submit(Object.fromEntries([...readers].map(([name, read]) => [name, read()])));
      dialog.close();
    } catch ({ message }) {
      error.textContent = message;
    }
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}

function part(component, around, readers) {
  if (component.type === 10) return markdown(component.content, around.nameOf);
  if (component.type === 1) {
    return h(
      'div',
      {},
      ...component.components.map((inner) => labelled(inner, inner.label, '', around, readers)),
    );
  }
  return labelled(component.component, component.label, component.description, around, readers);
}

function labelled(component, label, description, around, readers) {
  const id = freshId('field');
  const { element, read } = field(component, id, around);
  readers.set(component.custom_id, read);
  const isRequired = component.required !== false;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label, isRequired && h('span', { class: 'required', title: 'required' }, ' *')),
    description && h('small', {}, description),
    element,
  );
}

function field(component, id, around) {
  if (component.type === 4) return textField(component, id);
  if (component.type === 23) {
    const box = h('input', { type: 'checkbox', id, checked: component.default ?? false });
    return { element: box, read: () => String(box.checked) };
  }
  if (component.type === 21) return choice({ ...component, max_values: 1 }, id, around);
  return choice(component, id, around);
}

function textField(component, id) {
  const {
    style,
    value = '',
    placeholder = '',
    required = true,
    min_length: least,
    max_length: most,
  } = component;
  const common = { id, value: value ?? '', placeholder: placeholder ?? '', required: required ?? true };
  const limits = { ...(least ? { minLength: least } : {}), ...(most ? { maxLength: most } : {}) };
  const element = h(style === 2 ? 'textarea' : 'input', { ...common, ...limits });
  return { element, read: () => element.value };
}

function choice(component, id, around) {
  const multiple = (component.max_values ?? 1) > 1;
  const choices = choicesOf(component, around);
  const none = !multiple && !choices.some(({ isDefault }) => isDefault);
  const element = h(
    'select',
    { id, multiple, required: component.required !== false && component.min_values !== 0 },
    none && h('option', { value: '' }, component.placeholder ?? 'None'),
    ...choices.map(({ value, label, isDefault }) => h('option', { value, selected: isDefault }, label)),
  );
  return { element, read: () => [...element.selectedOptions].map(({ value }) => value).filter(Boolean) };
}
