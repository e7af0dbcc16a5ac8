// Runs in the browser of text-fragment-pages.test.ts.

/** Where the words from the first to the last stand in sight, as rectangles on the screen. */
globalThis.rectsOf = function rectsOf({ first, last, nth }) {
  const squeeze = (text) => text.replace(/[\s\u00ad]/g, '');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places = [];
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (let at = 0; at < text.length; at += 1) {
      if (squeeze(text[at] ?? '') === '') continue;
      all += text[at];
      places.push({ node, at });
    }
  }
  let start = all.indexOf(squeeze(first));
  for (let count = 0; count < nth; count += 1) start = all.indexOf(squeeze(first), start + 1);
  const end = all.indexOf(squeeze(last), start) + squeeze(last).length - 1;
  const [from, to] = [places[start], places[end]];
  if (!from || !to) throw new Error(`not on the page: ${first} … ${last}`);
  // Of each character by itself: the rectangles of a range have those of whole blocks in them.
  return places.slice(start, end + 1).flatMap(({ node, at }) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [{ left, top, right, bottom }] : [];
  });
};

/** Counts what is painted in the colour of a mark. */
globalThis.measure = async function measure({ picture, rects }) {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const place = new Uint8Array(width * height);
  const fill = (margin, value) => {
    for (const { left, top, right, bottom } of rects)
      for (
        let y = Math.max(0, Math.floor(top) - margin);
        y < Math.min(height, Math.ceil(bottom) + margin);
        y += 1
      )
        for (
          let x = Math.max(0, Math.floor(left) - margin);
          x < Math.min(width, Math.ceil(right) + margin);
          x += 1
        )
          place[y * width + x] = value;
  };
  fill(7, 1);
  fill(0, 2);
  const count = { inside: 0, outside: 0, inSight: 0 };
  for (let at = 0; at < place.length; at += 1) {
    const isMarked =
      (data[4 * at] ?? 0) > 200 && (data[4 * at + 1] ?? 255) < 60 && (data[4 * at + 2] ?? 0) > 200;
    if (place[at] === 2) count.inSight += 1;
    if (isMarked && place[at] === 2) count.inside += 1;
    if (isMarked && place[at] === 0) count.outside += 1;
  }
  return count;
};
