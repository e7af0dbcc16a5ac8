import { describe, expect, it } from 'vitest';
import { jsonLd, meta, said } from '../support/described-pages.js';

describe('the author of a page', () => {
  const authorOf = (content: string) => said({ head: meta('author', content) }).author;

  it.each([
    ['Ann Lee', 'Ann Lee'],
    ['By Ann Lee and Wu Min', 'Ann Lee and Wu Min'],
    ['Von Ann Lee', 'Ann Lee'],
    ['Ann Lee · Delta News · Posted: May 04, 2025 9:27 AM ET', 'Ann Lee'],
    ['By Ann Lee, Staff Writer', 'Ann Lee'],
    ['Posted on May 4, 2025 by Ann Lee', 'Ann Lee'],
    ['Ann Lee am 04.05.2025', 'Ann Lee'],
    ['Ann Lee Published 4 May 2025', 'Ann Lee'],
    ['Ludwig van der Berg', 'Ludwig van der Berg'],
    ['作者：高磊', '高磊'],
    ['记者 王敏', '王敏'],
  ])('is the name in “%s”', (content, author) => {
    expect(authorOf(content)).toBe(author);
  });

  it.each([
    'May 4, 2025',
    'Updated 5 hours ago',
    'Staff',
    'By Staff Reporter',
    'admin',
    'Share',
    'https://social.example/ann',
    '@ann',
    'ann@delta.example',
    'delta.org',
    'null',
    '佚名',
    '本站',
    '发布时间：2025-05-04',
    'Name (required)',
  ])('is none in “%s”', (content) => {
    expect(authorOf(content)).toBeUndefined();
  });

  it('are all that are named, by themselves or elsewhere in the data; not the publisher once more', () => {
    expect(said({ head: meta('author', 'Ann Lee') + meta('author', 'Wu Min') }).author).toBe(
      'Ann Lee, Wu Min',
    );
    const graph = [
      {
        '@type': 'Article',
        author: { '@id': '#ann' },
        publisher: { '@id': '#site' },
        datePublished: '2025-05-04',
      },
      { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
      { '@type': 'Organization', '@id': '#site', name: 'The Delta' },
    ];
    expect(said({ head: jsonLd({ '@graph': graph }) })).toMatchObject({
      author: 'Ann Lee',
      publisher: 'The Delta',
    });
    const site = meta('og:site_name', 'The Delta');
    expect(said({ head: site + meta('author', 'The Delta') }).author).toBeUndefined();
  });
});
