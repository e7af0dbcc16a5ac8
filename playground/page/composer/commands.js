const SUBCOMMAND = 1;
const GROUP = 2;
const SLASH = 1;
const MESSAGE_MENU = 3;
const ATTACHMENT = 11;

/**
 * @typedef {object} Leaf a command that can be sent, a subcommand by its full name
 * @property {string} path what is sent: `knowledge refresh`
 * @property {string} shown the same in the person's language
 * @property {string} description
 * @property {object[]} options
 */

/** What something is called in the person's language. */
export const shownName = ({ name, name_localized: localized }) => localized ?? name;
export const shownDescription = ({ description, description_localized: localized }) =>
  localized ?? description ?? '';

/** @param {object[]} commands as they are offered @returns {Leaf[]} */
export const leavesOf = (commands) =>
  commands
    .filter(({ type }) => type === SLASH)
    .flatMap((command) => below(command, command.name, shownName(command)));

function below(command, path, shown) {
  const { options = [] } = command;
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (nested.length === 0) return [{ path, shown, description: shownDescription(command), options }];
  return nested.flatMap((one) => below(one, `${path} ${one.name}`, `${shown} ${shownName(one)}`));
}

/** Commands on a message. @param {object[]} commands */
export const messageCommandsOf = (commands) =>
  commands
    .filter(({ type }) => type === MESSAGE_MENU)
    .map((command) => ({ name: command.name, shown: shownName(command) }));

/** The option of a command that takes a file, if one does. @param {Leaf} leaf */
export const fileOptionOf = ({ options }) => options.find(({ type }) => type === ATTACHMENT)?.name;

/** Commands that begin so, or with a word that does. @param {Leaf[]} leaves @param {string} typed after the slash */
export function matching(leaves, typed) {
  const words = typed.toLowerCase();
  const fits = (name) => name.startsWith(words) || name.split(' ').some((word) => word.startsWith(words));
  return leaves.filter(({ path, shown }) => fits(path) || fits(shown.toLowerCase()));
}

/** `/ask who` written out: the command, and what follows it. @param {Leaf[]} leaves @param {string} text */
export function writtenOut(leaves, text) {
  const typed = text.toLowerCase();
  const found = leaves
    .flatMap((leaf) => [leaf.path, leaf.shown.toLowerCase()].map((name) => ({ leaf, name })))
    .filter(({ name }) => typed.startsWith(`/${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return found && { leaf: found.leaf, rest: text.slice(found.name.length + 2) };
}
