import { DiscordError } from '../../playground/discord-error.js';
import { schemaErrors } from '../../playground/rest/schema.js';
import type { Component } from '../../playground/rules/components.js';
import { checkMessage, flagsFor } from '../../playground/rules/message.js';
import { checkModal } from '../../playground/rules/modal.js';
import { checkOffered } from '../../playground/rules/option.js';
import type { Modal } from '../../src/discord/form.js';
import type { Message } from '../../src/discord/render.js';
import { componentsOf, type Given } from './handlers.js';

/**
 * Above about 10,000 bytes of components Discord fails, which stands in no schema; so far from it a message has to stay.
 */
const MOST_BYTES = 9_800;

/** What Discord has against something that it would be sent, by its own schema and by its rules beyond that. */
export function violationsOf(given: Given): string[] {
  switch (given.kind) {
    case 'message':
      return messageViolations(given.message);
    case 'form':
      return formViolations(given.form);
    case 'choices': {
      const data = { choices: [...given.choices] };
      return [
        ...against('choices callback', { type: 8, data }),
        ...refused(() => checkOffered(data.choices)),
      ];
    }
  }
}

function messageViolations({ flags, components, allowedMentions, files = [] }: Message): string[] {
  const fileNames = files.map(({ name }) => name);
  const data = {
    flags,
    components,
    allowed_mentions: allowedMentions,
    ...(files.length > 0 && { attachments: fileNames.map((filename, id) => ({ id: `${id}`, filename })) }),
  };
  const bytes = Buffer.byteLength(JSON.stringify(components));
  const body = { ...data, components: components as unknown as Component[], allowed_mentions: { parse: [] } };
  return [
    ...against('reply callback', { type: 4, data }),
    ...refused(() => checkMessage(body, { flags: { sent: flags, allowed: flagsFor.reply }, fileNames })),
    ...(bytes > MOST_BYTES ? [`${bytes} bytes`] : []),
    ...componentsOf(components).flatMap(wellFormed),
  ];
}

function formViolations(form: Modal): string[] {
  const body = form as unknown as Parameters<typeof checkModal>[0];
  return [
    ...against('modal callback', { type: 9, data: form }),
    ...refused(() => checkModal(body)),
    ...componentsOf(form.components).flatMap(wellFormed),
  ];
}

function against(kind: Parameters<typeof schemaErrors>[0], body: unknown): string[] {
  return schemaErrors(kind, JSON.parse(JSON.stringify(body))).map(
    ({ path, code, message }) => `${path.join('.')}: ${code} ${message}`,
  );
}

function refused(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return error.fields.length === 0
      ? [error.message]
      : error.fields.map(({ path, code, message }) => `${path.join('.')}: ${code} ${message}`);
  }
}

/** Half a character is none that JSON can carry. */
function wellFormed(component: Component): string[] {
  const { content, label, value, custom_id } = component;
  return [content, label, value, custom_id].flatMap((text) =>
    typeof text === 'string' && !text.isWellFormed() ? ['half a character'] : [],
  );
}
