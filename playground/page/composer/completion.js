const DEBOUNCE_MS = 120;

/**
 * Offers in a list what may complete a field, a moment after the last key.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {{ show(items: { label: string, value: unknown }[]): void, hide(): void }} list
 * @param {(typed: string) => Promise<{ name: string, value: string | number }[]>} complete
 * @returns {{ refresh(): void, stop(): void }} `stop` hides the list, and what is on its way is not shown any more
 */
export function completion(input, list, complete) {
  let timer;
  /** Counts what was asked for: only what was asked for last is shown. */
  let asked = 0;

  async function offer(number) {
    const choices = await complete(input.value);
    if (number !== asked || document.activeElement !== input) return;
    list.show(choices.map(({ name, value }) => ({ label: name, value })));
  }

  function stop() {
    clearTimeout(timer);
    asked += 1;
    list.hide();
  }

  input.addEventListener('blur', stop);
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') stop();
  });
  return {
    refresh() {
      clearTimeout(timer);
      asked += 1;
      timer = setTimeout(offer, DEBOUNCE_MS, asked);
    },
    stop,
  };
}
