/**
 * Who and what can be chosen and named in a place.
 *
 * @param {import('./places.js').Place} place
 * @param {object} state as the playground tells it
 */
export function namesIn({ guild, members }, state) {
  const people = guild
    ? guild.members.map(({ user }) => user)
    : [state.bot, ...state.users.filter(({ key }) => members.includes(key))];
  const users = people.map(({ id, name, global_name: global, username }) => ({
    value: id,
    label: name ?? global ?? username,
  }));
  const roles = (guild?.roles ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const channels = (guild?.channels ?? []).map(({ id, name }) => ({ value: id, label: `#${name}` }));
  const entities = { 5: users, 6: roles, 7: [...users, ...roles], 8: channels };

  return {
    /** What a select of a type offers: users (5), roles (6), both (7) or channels (8). */
    entities: (type) => entities[type] ?? [],
    /** The name behind a mention such as `<@1>`. */
    nameOf(mention) {
      if (mention.startsWith('</')) return mention.slice(1).replace(/:\d+>$/, '');
      const id = mention.match(/\d+/)?.[0];
      const found = [...users, ...roles, ...channels].find(({ value }) => value === id);
      if (!found) return mention;
      return mention.startsWith('<@') ? `@${found.label}` : found.label;
    },
  };
}
