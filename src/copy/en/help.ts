/** The words of /help. */
export const help = {
  description: 'What this bot can do, and how to use it',
  title: 'Answers you can check',
  about:
    'I answer questions about China’s AI alliances with passages quoted word for word from documents, each with ' +
    'its source. I write nothing of my own, and say so when the documents don’t answer.',
  try: 'Try one: only you see the answer',
  commands: 'What you can do',
  menus: 'In the menu of a message (right-click or hold it, then Apps)',
  tips: 'For better answers',
  tip: [
    'Ask one thing at a time, with the names you know: “Who is in the Model-Chip Ecosystem Innovation Alliance?”',
    'While you type, questions appear that the documents answer. Pick one, or ask in your own words.',
    'Words in bold are from your question. The line below a quotation says where it comes from.',
    'Answers are seen by everyone in the channel. With private: True, only you see yours.',
  ],
  moderators: 'What you can do as a moderator',
  moderating: 'Nothing changes what members see before you have seen a preview and pressed Publish.',
  host: 'As the owner of this bot',
  hosting: [
    'Its settings are in the environment or the file .env beside it; .env.example lists them all.',
    'The shared documents are in its knowledge folder (KNOWLEDGE_DIR). npm run knowledge does on the terminal what /knowledge does here.',
    'HOME_GUILD_ID names the server whose moderators keep the shared documents. Without it, you do.',
  ],
} as const;
