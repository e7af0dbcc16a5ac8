import type { Copy } from '../copy/copy.js';
import { customId } from '../discord/custom-id.js';
import type { Reply } from '../discord/reply.js';

/** First steps, for a server that the bot has just joined. */
export function welcome(copy: Copy): Reply {
  const words = copy.welcome;
  return {
    tone: 'neutral',
    blocks: [
      { kind: 'heading', text: words.title },
      { kind: 'text', line: copy.help.about },
      { kind: 'text', line: words.members },
      { kind: 'small', line: words.moderators },
    ],
    buttons: [
      { label: words.help, look: 'main', customId: customId('help', 'show') },
      { label: words.settings, customId: customId('knowledge', 'settings', 'moderation') },
    ],
  };
}
