import type { Services } from '../../discord/command.js';
import type { Filled } from '../../discord/form.js';
import type { Reply, ReplyLine } from '../../discord/reply.js';
import type { Moderator } from './moderated.js';

/** A form that was filled in, and the button that opens it. */
export interface FilledForm {
  readonly formId: string;
  readonly buttonId: string;
  readonly filled: Filled;
}

/** Says why nothing was taken of a form, with a button that opens it again as it was filled in. */
export function formAgain(
  faults: readonly ReplyLine[],
  form: FilledForm,
  moderator: Moderator,
  services: Services,
): Reply {
  const words = moderator.copy.knowledge.settings;
  const refused: Reply = {
    tone: 'trouble',
    blocks: [
      { kind: 'text', line: [{ bold: words.notSaved }] },
      { kind: 'list', items: faults.map((line) => ({ line })) },
    ],
  };
  return withFormAgain(refused, form, moderator, services);
}

/** A refusal with a button that opens the form again as it was filled in. */
export function withFormAgain(
  refused: Reply,
  { formId, buttonId, filled }: FilledForm,
  moderator: Moderator,
  { keptForms }: Services,
): Reply {
  const words = moderator.copy.knowledge.settings;
  keptForms.keep(moderator, formId, filled);
  return {
    ...refused,
    blocks: [...refused.blocks, { kind: 'small', line: words.kept }],
    buttons: [...(refused.buttons ?? []), { label: words.again, look: 'main', customId: buttonId }],
  };
}
