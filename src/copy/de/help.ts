import type { Copy } from '../copy.js';
import { names } from './names.js';

export const help: Copy['help'] = {
  description: 'Was dieser Bot kann und wie man ihn benutzt',
  title: 'Antworten, die du prüfen kannst',
  about:
    'Ich beantworte Fragen zu Chinas KI-Allianzen mit wörtlich zitierten Textstellen aus Dokumenten, jede mit ihrer ' +
    'Quelle. Ich schreibe nichts Eigenes und sage, wenn die Dokumente etwas nicht beantworten.',
  try: 'Probier eine aus: Nur du siehst die Antwort',
  commands: 'Was du tun kannst',
  menus: 'Im Menü einer Nachricht (Rechtsklick oder gedrückt halten, dann Apps)',
  tips: 'Für bessere Antworten',
  tip: [
    'Frag eines auf einmal, mit den Namen, die du kennst: „Wer ist in der Model-Chip Ecosystem Innovation Alliance?“',
    'Beim Tippen erscheinen Fragen, die die Dokumente beantworten. Wähle eine, oder frag in deinen Worten.',
    'Fette Wörter sind aus deiner Frage. Die Zeile unter einem Zitat sagt, woher es stammt.',
    `Antworten sehen alle im Kanal. Mit ${names.private}: True siehst nur du deine.`,
  ],
  moderators: 'Was du als Moderator tun kannst',
  moderating:
    'Nichts ändert, was Mitglieder sehen, bevor du eine Vorschau gesehen und Veröffentlichen gedrückt hast.',
  host: 'Als Besitzer dieses Bots',
  hosting: [
    'Seine Einstellungen stehen in der Umgebung oder in der Datei .env; .env.example nennt sie alle.',
    `Die gemeinsamen Dokumente sind in seinem Wissensordner (KNOWLEDGE_DIR). npm run knowledge tut im Terminal, was /${names.knowledge} hier tut.`,
    'HOME_GUILD_ID nennt den Server, dessen Moderatoren sich um die gemeinsamen Dokumente kümmern. Ohne das tust du es.',
  ],
};
