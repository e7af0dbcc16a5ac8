import { byId, h } from './dom.js';
import { formField } from './form-field.js';
import { recall, remember } from './kept.js';
import { markdown } from './messages/markdown-view.js';

/** What was typed into a form that was not sent: there again when the form is opened again. */
const keyOf = ({ custom_id: id }) => `form:${id}`;

/**
 * Shows the form that a bot opens. What is typed stays until it has been sent: where sending fails, and where the form is
 * closed and opened again. The focus goes back to where it was.
 *
 * @param {object} modal
 * @param {import('./messages/components.js').Surroundings} around
 * @param {object} what
 * @param {(fields: Record<string, string | string[]>, files: Record<string, File>) => Promise<void>} what.submit
 * @param {() => void} what.refocus brings the focus back to what opened the form, also where that was shown anew
 */
export function openModal(modal, around, { submit, refocus }) {
  const dialog = byId('form');
  const key = keyOf(modal);
  const fields = [];
  const kept = recall(key) ?? {};
  const error = h('p', { class: 'error', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const form = h(
    'form',
    { method: 'dialog', noValidate: true },
    h('h2', { id: 'form-title' }, modal.title),
    Object.keys(kept).length > 0 && h('p', { class: 'kept' }, 'What you typed before is still here.'),
    ...modal.components.map((component) => part(component, around, kept, fields)),
    error,
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'button', class: 'button secondary', onclick: () => dialog.close() }, 'Cancel'),
      send,
    ),
  );

  form.addEventListener('input', () => {
    remember(key, Object.fromEntries(fields.map(({ name, read }) => [name, read()])));
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (send.getAttribute('aria-busy') === 'true') return;
    const wrong = fields.filter(({ check }) => !check());
    if (wrong.length > 0) return wrong[0].focus();
    send.setAttribute('aria-busy', 'true');
    error.textContent = '';
    try {
      await submit(sentBy(fields, 'read'), sentBy(fields, 'file'));
      remember(key, undefined);
      dialog.close();
    } catch ({ message }) {
      error.textContent = message;
    } finally {
      send.removeAttribute('aria-busy');
    }
  });

  dialog.onclose = refocus;
  dialog.replaceChildren(form);
  dialog.showModal();
  (fields[0]?.focus ?? (() => send.focus()))();
}

const sentBy = (fields, what) =>
  Object.fromEntries(
    fields.map((field) => [field.name, field[what]?.()]).filter(([, value]) => value !== undefined),
  );

function part(component, around, kept, fields) {
  if (component.type === 10) return markdown(component.content, around);
  const inner = component.components ?? [component.component];
  const { label, description } = component;
  return h(
    'div',
    {},
    ...inner.map((one) => {
      const field = formField(one, {
        label: one.label ?? label,
        description,
        kept: kept[one.custom_id],
        around,
      });
      fields.push(field);
      return field.element;
    }),
  );
}
