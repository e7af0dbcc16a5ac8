import type { Archive } from '../archive.js';
import { ClientRefusal } from './client-refusal.js';
import type { Exchange, OpenForm } from './exchange.js';

/** The forms that are open in pages, by the interaction that opened them. */
export interface OpenForms {
  open(exchange: Exchange): void;
  /** @throws ClientRefusal where it was sent, or is too old. */
  get(id: string): OpenForm;
  close(id: string): void;
}

/** Somebody who turns away leaves a form behind; the oldest are forgotten first. */
const MAX_OPEN = 50;

export function createOpenForms(archive: Archive): OpenForms {
  const forms = new Map(archive.read<[string, OpenForm]>('forms'));
  const changed = archive.keep('forms', () => [...forms]);
  return {
    open({ id, modal, owners, source }) {
      forms.set(id, { modal, owners, source });
      if (forms.size > MAX_OPEN) forms.delete(forms.keys().next().value as string);
      changed();
    },
    get(id) {
      const form = forms.get(id);
      if (!form) throw new ClientRefusal('That form is no longer open.');
      return form;
    },
    close(id) {
      forms.delete(id);
      changed();
    },
  };
}
