/** The addresses that links of a name lead to: the same name is never given to two. */
const addresses = new Map();

/**
 * Gives every button, select and link of a message a name that no other has: “Context for what is WAICO?” in place of
 * “Context”. What is read begins with what is seen.
 *
 * @param {HTMLElement} content
 * @param {string} subject what the message is about, different for each
 */
export function nameControls(content, subject) {
  const taken = new Map();
  for (const control of content.querySelectorAll('button, summary, a')) {
    const own = control.getAttribute('aria-label') ?? spoken(control);
    const isLink = control.tagName === 'A';
    const wanted = isLink ? `${own}, ${hostOf(control.href)}` : `${own} for ${subject}`;
    control.setAttribute(
      'aria-label',
      isLink ? nameOfLink(wanted, control.href) : numbered(wanted, taken, control),
    );
  }
}

/** The text, with the names of what is drawn. */
function spoken(element) {
  const parts = [...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (node.getAttribute?.('aria-hidden') === 'true') return '';
    return node.getAttribute?.('aria-label') ?? spoken(node);
  });
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

function hostOf(href) {
  const { hostname, pathname } = new URL(href);
  return hostname === location.hostname ? (pathname.split('/').at(-1) ?? hostname) : hostname;
}

function nameOfLink(wanted, href) {
  let name = wanted;
  for (let nth = 2; (addresses.get(name) ?? href) !== href; nth += 1) name = `${wanted} (${nth})`;
  addresses.set(name, href);
  return name;
}

/** The name, with a number where it is another control's: `taken` has the controls of a message by their names. */
export function numbered(wanted, taken, control) {
  let name = wanted;
  for (let nth = 2; (taken.get(name) ?? control) !== control; nth += 1) name = `${wanted} (${nth})`;
  taken.set(name, control);
  return name;
}
