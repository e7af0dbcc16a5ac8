import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/documents/formats/formats.js';
import { docxFile, paragraph, pdfFile } from '../support/document-files.js';

const format = (content: string | Uint8Array, path = 'a', contentType?: string) =>
  formatOf({ path, bytes: Buffer.from(content), ...(contentType !== undefined && { contentType }) });

describe('formatOf', () => {
  it('goes by what a file holds, not by its name', () => {
    for (const path of ['a', 'a.txt', 'a.md', 'a.html', 'a.png']) {
      expect(format(pdfFile([]), path)).toBe('pdf');
      expect(format(docxFile(paragraph('Text.')), path)).toBe('docx');
      expect(format('<!DOCTYPE html>\n<p>Text.', path)).toBe('html');
      expect(format('\ufeff<?xml version="1.0"?><!-- a -->\n<html lang="en">', path)).toBe('html');
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
    expect(format('PK\x03\x04 xl/workbook.xml', 'a.xlsx')).toBeUndefined();
    expect(format('\x89PNG\r\n\x1a\n\0', 'a.png')).toBeUndefined();
    expect(format('{\\rtf1 Text.}', 'a.rtf')).toBeUndefined();
    expect(format('\xd0\xcf\x11\xe0\0', 'a.doc')).toBeUndefined();
  });
});
