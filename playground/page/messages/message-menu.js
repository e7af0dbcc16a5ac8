import { byId, h } from '../dom.js';

/** Closes the menu that is open, if one is. */
let closeOpen = () => {};

/**
 * Shows a menu at a place of the window, or under the button that opens it. Arrows, Home and End move, Enter takes, Escape
 * and Tab close and bring the focus back.
 *
 * @param {{ label: string, items: { group?: string, label: string, act(): unknown }[] }} menu
 * @param {{ x?: number, y?: number, anchor?: HTMLElement }} at
 */
export function showMenu({ label, items }, { x, y, anchor }) {
  closeOpen();
  const cameFrom = anchor ?? document.activeElement;
  const buttons = items.map(({ label: text, act }) =>
    h('button', { type: 'button', role: 'menuitem', tabindex: -1, onclick: () => choose(act) }, text),
  );
  const menu = h(
    'div',
    { class: 'menu-list', role: 'menu', 'aria-label': label },
    ...grouped(items, buttons),
  );

  function close() {
    menu.remove();
    document.removeEventListener('pointerdown', onPointerDown);
    removeEventListener('resize', close);
    closeOpen = () => {};
  }

  function choose(act) {
    close();
    cameFrom?.focus();
    act();
  }

  function move(to) {
    buttons[(to + buttons.length) % buttons.length].focus();
  }

  const position = () => buttons.indexOf(document.activeElement);
  const leave = () => {
    close();
    cameFrom?.focus();
  };
  const keys = {
    ArrowDown: () => move(position() + 1),
    ArrowUp: () => move(position() - 1),
    Home: () => move(0),
    End: () => move(-1),
    Escape: leave,
    Tab: leave,
  };
  menu.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });

  function onPointerDown({ target }) {
    if (!menu.contains(target)) close();
  }

  byId('main').append(menu);
  place(menu, anchor ? below(anchor) : { x, y });
  document.addEventListener('pointerdown', onPointerDown);
  addEventListener('resize', close);
  closeOpen = close;
  buttons[0]?.focus();
}

/** The items, each group with its name over it. */
function grouped(items, buttons) {
  return items.flatMap(({ group }, index) => {
    const isFirst = group !== undefined && group !== items[index - 1]?.group;
    const title = h('p', { class: 'menu-group', role: 'presentation' }, group ?? '');
    return isFirst ? [title, buttons[index]] : [buttons[index]];
  });
}

function below(anchor) {
  const { right, bottom } = anchor.getBoundingClientRect();
  return { x: right - 200, y: bottom + 4 };
}

/** Inside the window, whatever stands near its edge. */
function place(menu, { x, y }) {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}
