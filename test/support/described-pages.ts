import { parseHtml } from '../../src/documents/formats/html/dom.js';
import { pageMetadata } from '../../src/documents/formats/html/metadata/page-metadata.js';

// Pages by what they say of themselves in their heads.

export const PROSE =
  '<p>The board met in Zhoushan in the spring and agreed on what its members had asked for since the founding.</p>';

export interface Parts {
  readonly head?: string;
  readonly body?: string;
  readonly lang?: string;
}

export function page({ head = '', body = `<h1>Notice</h1>${PROSE}`, lang = 'en' }: Parts) {
  return parseHtml(
    `<!doctype html><html lang="${lang}"><head><title>Notice</title>${head}</head><body>${body}</body></html>`,
  );
}

export const said = (parts: Parts, address?: string) => pageMetadata(page(parts), address);
export const publishedOf = (parts: Parts, address?: string) => said(parts, address).published;
export const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
export const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
