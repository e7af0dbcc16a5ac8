const SVG = 'http://www.w3.org/2000/svg';
const ATTRIBUTE = /^(class|for|role|rel|tabindex|(aria|data)-.+)$/;

/**
 * Makes an element. Text is always text, never markup.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] set on the element; `class`, `aria-…`, `data-…` and `role` as
 *   attributes, functions under `on…` as listeners; what is undefined, null or false is left out
 * @param {...(Node | string | undefined | null | false)} children
 * @returns {HTMLElement}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (ATTRIBUTE.test(name)) element.setAttribute(name, String(value));
    else element[name] = value;
  }
  element.append(
    ...children.flat().filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

/**
 * The same for what is drawn: all properties are attributes.
 *
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** The element with an id, which the page has. @param {string} id */
export const byId = (id) => document.getElementById(id);

let last = 0;
/** An id that nothing in the page has yet. @param {string} prefix */
export const freshId = (prefix) => {
  last += 1;
  return `${prefix}-${last}`;
};
