import { codeLink } from '../../../server/domain/discounts/code-link';

it.each([
  ['https://shop.example', 'SUMMER', 'https://shop.example/?code=SUMMER'],
  ['shop.example/de', 'SUMMER', 'https://shop.example/de?code=SUMMER'],
  ['https://shop.example/?a=1', 'A&B', 'https://shop.example/?a=1&code=A%26B'],
  ['http://localhost:3000', 'X', 'http://localhost:3000/?code=X'],
  ['', 'SUMMER', null],
  ['https://shop.example', '', null],
  ['not a website', 'X', null],
])('%s with %s is %s', (website, code, link) => {
  expect(codeLink(website, code)).toBe(link);
});
