import type { ScheduleFault } from '../../library/schedule.js';
import type { Copy } from '../copy.js';
import { names } from './names.js';
import { list, questions, weekday } from './phrases.js';

export const settings: Copy['knowledge']['settings'] = {
  description: 'Moderatoren, Berichte und Zeitplan festlegen oder wie geantwortet wird',
  page: 'Welches Formular',
  pages: {
    moderation: 'Moderation: Rolle, Berichte, Zeitplan',
    answers: 'Antworten: wer sie sieht, wie viele, was behalten wird',
  },
  moderation: {
    title: 'Einstellungen: Moderation',
    role: 'Moderatorenrolle',
    roleHint: `Darf auch /${names.knowledge}, wenn es unter Servereinstellungen › Integrationen erlaubt ist`,
    channel: 'Kanal für Berichte',
    channelHint: 'Wo über geplantes Auffrischen berichtet wird',
    schedule: 'Zeitplan zum Auffrischen',
    scheduleHint: 'Etwa „täglich um 06:00“ oder „alle 6 Stunden“; auch Cron geht. Leer: keiner',
    scheduleExample: 'jeden Montag und Freitag um 06:00',
    zone: 'Zeitzone des Zeitplans',
    zoneHint: 'Etwa Europe/Berlin oder Asia/Shanghai. Leer: UTC',
  },
  answers: {
    title: 'Einstellungen: Antworten',
    visibility: 'Wer eine Antwort sieht',
    visibilityHint: `Wenn, wer fragt, mit ${names.private} nichts anderes wählt`,
    public: 'Alle im Kanal',
    private: 'Nur, wer fragt',
    pace: 'Fragen pro Minute',
    paceHint: 'Für jedes Mitglied, 1 bis 60',
    log: 'Fragen für Moderatoren behalten',
    logHint: '90 Tage lang, ohne die Namen der Fragenden. Ausschalten löscht sie',
    on: 'Behalten',
    off: 'Nicht behalten',
  },
  saved: 'Gespeichert.',
  notSaved: 'Nicht gespeichert:',
  everyone: 'Die Moderatorenrolle: Mit @everyone wären alle Mitglieder Moderatoren. Wähle eine andere Rolle.',
  mayNotPost: (channel) => [
    'Der Kanal für Berichte: In ',
    channel,
    ' darf ich nicht schreiben. Erlaube mir dort „Kanal ansehen“ und „Nachrichten senden“ oder wähle einen anderen.',
  ],
  needsChannel:
    'Der Zeitplan: Wähle auch einen Kanal für Berichte darüber, was ein geplantes Auffrischen findet.',
  badSchedule: (fault, text) => `Der Zeitplan „${text}“ ${FAULTS[fault]}`,
  badZone: (text) =>
    `Die Zeitzone „${text}“ kenne ich nicht. Gib ihren Namen aus der Liste der IANA an, etwa Europe/Berlin, Asia/Shanghai oder UTC.`,
  times: {
    daily: (time) => `täglich um ${time}`,
    weekly: (days, time) => `jeden ${list(days.map(weekday))} um ${time}`,
    hours: (count) => (count === 1 ? 'jede Stunde' : `alle ${count} Stunden`),
  },
  again: 'Formular wieder öffnen',
  kept: 'Was du eingetragen hast, bleibt 15 Minuten lang erhalten.',
  logOff: {
    ask: (count) =>
      `Die Fragen werden noch behalten. Ausschalten löscht ${questions(count)} von Mitgliedern mit ihren Stimmen und Meldungen für immer.`,
    confirm: 'Löschen und ausschalten',
  },
  badPace: (text) => `Fragen pro Minute: „${text}“ ist keine ganze Zahl von 1 bis 60.`,
  change: 'Ändern',
  role: (role) =>
    role === undefined
      ? ['Moderatoren: Mitglieder, die den Server verwalten dürfen']
      : [
          'Moderatoren: Mitglieder, die den Server verwalten dürfen, und ',
          role,
          ` (ein Administrator muss dieser Rolle /${names.knowledge} auch erlauben: Servereinstellungen › Integrationen)`,
        ],
  channel: (channel) =>
    channel === undefined ? ['Kanal für Berichte: keiner'] : ['Kanal für Berichte: ', channel],
  schedule: (schedule) =>
    schedule === undefined
      ? ['Zeitplan: keiner']
      : ['Zeitplan: ', schedule.text, ` (${schedule.zone}), das nächste Mal am `, schedule.next],
  visibility: (isPrivate) =>
    isPrivate ? 'Antworten: Nur wer fragt, sieht sie' : 'Antworten: Alle im Kanal sehen sie',
  pace: (perMinute) => `Jedes Mitglied: ${questions(perMinute)} pro Minute`,
  log: (isKept) =>
    isKept
      ? 'Fragen: werden 90 Tage behalten, ohne die Namen der Fragenden'
      : 'Fragen: werden nicht behalten',
};

const EXAMPLES =
  'Schreib „täglich um 06:00“, „montags um 06:00“, „alle 6 Stunden“ oder einen Cron-Ausdruck wie 0 6 * * 1.';
const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: `ist keiner, den ich lesen kann. ${EXAMPLES}`,
  never: `tritt nie ein. ${EXAMPLES}`,
  'too-often': 'liefe mehr als einmal in der Stunde. Schreib „jede Stunde“ oder etwas Selteneres.',
  'uneven-hours': 'teilt den Tag nicht gleichmäßig. Schreib „alle 2 Stunden“ oder 1, 3, 4, 6, 8 oder 12.',
};
