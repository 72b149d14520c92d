// cspell:ignore über

import {
  blockIssues,
  readBlockInput,
  windowIssue,
} from '../../../server/domain/layout/block-input';
import { isLinkUrl } from '../../../server/domain/layout/link-url';
import { isPageName } from '../../../server/domain/layout/page-name';

const read = (data: Record<string, unknown>) =>
  readBlockInput(data, (html) => html.replace(/<script>.*<\/script>/, ''));

describe('the address of a link', () => {
  it.each([
    'https://shop.example',
    'HTTP://shop.example/a?b=c#d',
    '/sale',
    '/',
    '/sale?colour=red',
    '#news',
    'mailto:shop@example.com',
    'tel:+49(30)123-45',
  ])('may be %s', (url) => {
    expect(isLinkUrl(url)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'https:',
    'https://',
    'shop.example',
    'sale',
    'ftp://shop.example',
    'mailto:',
    'mailto:nobody',
    'tel:',
    'tel:javascript',
    '#',
    '',
    'https://shop.example/a b',
  ])('is never %j', (url) => {
    expect(isLinkUrl(url)).toBe(false);
  });
});

describe('a page', () => {
  it.each(['home', 'summer-sale', 'a', '2026', 'über-uns', 'a.b_c'])('may be %s', (name) => {
    expect(isPageName(name)).toBe(true);
  });
  it.each(['', ' ', 'a b', 'a/b', '-a', 'a--b', '../a', 'a?b', 'x'.repeat(101)])(
    'is never %j',
    (name) => {
      expect(isPageName(name)).toBe(false);
    }
  );
});

describe('what is sent of a block', () => {
  it('is tidied, and what is not sent stays out', () => {
    expect(read({})).toEqual({});
    expect(
      read({
        page: ' Summer-Sale ',
        heading: '  Hello ',
        linkLabel: '',
        linkUrl: ' /sale ',
        html: '<p>a</p><script>x</script>',
        text: ' kept as it is ',
        sortOrder: 3,
      })
    ).toEqual({
      page: 'summer-sale',
      heading: 'Hello',
      linkLabel: null,
      linkUrl: '/sale',
      html: '<p>a</p>',
      text: ' kept as it is ',
      sortOrder: 3,
    });
    expect(read({ page: ' ', html: '<script>x</script>', heading: null })).toEqual({
      page: 'home',
      html: null,
      heading: null,
    });
    expect(read({ page: null })).toEqual({ page: 'home' });
  });

  it.each([
    ['page', 'a b'],
    ['heading', 'x'.repeat(256)],
    ['linkLabel', 'x'.repeat(256)],
    ['linkUrl', 'javascript:alert(1)'],
    ['linkUrl', `/${'x'.repeat(255)}`],
    ['text', 'x'.repeat(10_001)],
    ['html', 'x'.repeat(100_001)],
    ['heading', 'half \ud83d'],
    ['text', 'zero \0'],
  ])('is refused for its %s', (field, value) => {
    expect(blockIssues({ [field]: value }).map(({ path }) => path)).toEqual([field]);
  });

  it('is fine at the very limits', () => {
    expect(
      blockIssues({
        page: 'home',
        heading: 'x'.repeat(255),
        text: 'x'.repeat(10_000),
        html: 'x'.repeat(100_000),
        linkUrl: null,
      })
    ).toEqual([]);
  });

  it('has a window that ends after it begins', () => {
    const [early, late] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'];
    expect(windowIssue(early, late)).toBeNull();
    expect(windowIssue(early, null)).toBeNull();
    expect(windowIssue(undefined, late)).toBeNull();
    expect(windowIssue(late, early)?.path).toBe('visibleUntil');
    expect(windowIssue(new Date(early), early)?.path).toBe('visibleUntil');
    expect(windowIssue('nonsense', early)).toBeNull();
  });
});
