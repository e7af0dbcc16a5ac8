import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/documents/formats/formats.js';
import type { Content } from '../../src/documents/problem.js';
import { docxFile, paragraph, pdfFile } from '../support/document-files.js';

const pdf = pdfFile([]);
const docx = docxFile(paragraph('Text.'));
const page = '<!DOCTYPE html>\n<p>Text.';

function choose(content: string | Uint8Array, path: string, contentType?: string) {
  return formatOf({ path, bytes: Buffer.from(content), ...(contentType !== undefined && { contentType }) });
}

/** The format that is chosen; the kind of the problem where none is. */
function format(content: string | Uint8Array, path = 'a', contentType?: string): string {
  const chosen = choose(content, path, contentType);
  return 'format' in chosen ? chosen.format : chosen.problem.kind;
}

describe('formatOf', () => {
  it('goes by what a file holds where its name has no ending', () => {
    for (const path of ['a', 'Report 1.2', 'minutes of 4. May 2025', 'a.b/c']) {
      expect(format(pdf, path)).toBe('pdf');
      expect(format(docx, path)).toBe('docx');
      expect(format(page, path)).toBe('html');
      expect(format('\ufeff<?xml version="1.0"?><!-- a -->\n<html lang="en">', path)).toBe('html');
    }
  });

  it('goes by what a page holds, as servers are often wrong', () => {
    for (const contentType of ['text/plain', 'text/html', 'application/pdf', '']) {
      expect(format(pdf, 'https://site.example/a.html', contentType)).toBe('pdf');
      expect(format(page, 'https://site.example/a.pdf', contentType)).toBe('html');
      expect(format(page, 'https://site.example/a.php', contentType)).toBe('html');
    }
  });

  it('refuses a file whose ending says something else than what it holds', () => {
    const refused: [path: string, content: string | Uint8Array, holds: Content][] = [
      ['a.txt', pdf, 'pdf'],
      ['a.html', pdf, 'pdf'],
      ['a.png', pdf, 'pdf'],
      ['a.pdf', docx, 'docx'],
      ['a.md', docx, 'docx'],
      ['a.txt', page, 'html'],
      ['a.md', page, 'html'],
      ['a.pdf', page, 'html'],
      ['a.docx', page, 'html'],
      ['a.txt', '{\\rtf1 Text.}', 'rtf'],
      ['a.docx', '{\\rtf1 Text.}', 'rtf'],
      ['a.txt', '{"members": ["StepFun"]}\n', 'json'],
      ['a.md', '[\n  { "member": "StepFun" }\n]', 'json'],
      ['a.pdf', 'PK\x03\x04 xl/workbook.xml', 'archive'],
      ['a.txt', 'PK\x03\x04 xl/workbook.xml', 'archive'],
    ];
    for (const [path, content, holds] of refused) {
      const extension = path.slice(1);
      expect(choose(content, path)).toEqual({
        problem: { kind: 'other-content', extension, content: holds },
      });
    }
  });

  it('takes a text with the ending of other data for no text', () => {
    for (const ending of ['json', 'csv', 'xml', 'js', 'tex', 'log']) {
      expect(choose('{"a": "Text."}', `a.${ending}`)).toEqual({
        problem: { kind: 'unknown-format', extension: `.${ending}` },
      });
    }
  });

  it('goes by the name where all of it is text', () => {
    const text = '# A heading?\n\n<p>Text.</p>';
    expect(format(text, 'a.md')).toBe('markdown');
    expect(format(text, 'a.TXT')).toBe('text');
    expect(format(text, 'a.htm')).toBe('html');
  });

  it('goes by what the server says before the name', () => {
    expect(format('Text.', 'a.md', 'text/html; charset=utf-8')).toBe('html');
    expect(format('Text.', 'a.html', 'text/markdown')).toBe('markdown');
    // Servers send Markdown as plain text.
    expect(format('Text.', 'a', 'text/plain')).toBe('text');
    expect(format('# Heading\n\nText.', 'a', 'text/plain')).toBe('markdown');
  });

  it('tells pieces of HTML, Markdown and plain text apart where nothing names them', () => {
    expect(format('<h1>Alliances</h1><p>Text.')).toBe('html');
    expect(format('---\ntitle: Alliances\n---\nText.')).toBe('markdown');
    expect(format('Text.\n\n## Heading')).toBe('markdown');
    expect(format('See [there](https://site.example).')).toBe('markdown');
    expect(format('Alliances\n\n<3 #1 in chips.')).toBe('text');
    expect(format('')).toBe('text');
  });

  it('is what a name says where the content is broken, so that this is what is told', () => {
    expect(format('PK\x03\x04 cut', 'a.docx')).toBe('docx');
    expect(format('\0\0', 'a.pdf')).toBe('pdf');
  });

  it('knows no reader for archives, pictures and other documents', () => {
    expect(format('PK\x03\x04 xl/workbook.xml', 'a')).toBe('unknown-format');
    expect(format('\x89PNG\r\n\x1a\n\0', 'a.png')).toBe('unknown-format');
    expect(format('{\\rtf1 Text.}', 'a')).toBe('unknown-format');
    expect(format('{"member": 1}', 'a')).toBe('unknown-format');
    // Front matter in JSON stands over a text.
    expect(format('{"title": "Fees"}\n\nThe fee is due.', 'a.md')).toBe('markdown');
    expect(format('{draft} The fee is due [in March]', 'a.txt')).toBe('text');
    expect(format('\xd0\xcf\x11\xe0\0', 'a.doc')).toBe('unknown-format');
  });
});
