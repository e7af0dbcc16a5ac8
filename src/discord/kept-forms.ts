import { LRUCache } from 'lru-cache';
import type { Filled, Form } from './form.js';
import type { Asker } from './interaction-data.js';

/**
 * What was filled into forms and not taken, as Discord closes a form whatever becomes of it. In memory alone, for a while:
 * after a restart a form opens with what is set.
 */
export interface KeptForms {
  keep(asker: Asker, formId: string, filled: Filled): void;
  /** The form with what the asker had filled in, where that is kept. */
  reopened(asker: Asker, form: Form): Form;
  forget(asker: Asker, formId: string): void;
}

/** Forms of all members together; one has 20,000 characters at most. */
const MAX_FORMS = 200;
export const KEPT_MINUTES = 15;

export function createKeptForms(): KeptForms {
  const kept = new LRUCache<string, Filled>({ max: MAX_FORMS, ttl: KEPT_MINUTES * 60_000 });
  const keyOf = ({ guildId, userId }: Asker, formId: string) => `${guildId} ${userId} ${formId}`;
  return {
    keep(asker, formId, filled) {
      kept.set(keyOf(asker, formId), filled);
    },
    reopened(asker, form) {
      const filled = kept.get(keyOf(asker, form.customId));
      if (!filled) return form;
      return {
        ...form,
        fields: form.fields.map(({ value: _, ...field }) => {
          const value = filled[field.name];
          return { ...field, ...(value !== undefined && { value }) };
        }),
      };
    },
    forget(asker, formId) {
      kept.delete(keyOf(asker, formId));
    },
  };
}
