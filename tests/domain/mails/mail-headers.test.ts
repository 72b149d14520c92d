// cspell:ignore Bestellung Ладен bücher
import { headerLine, isOneAddress } from '../../../server/domain/mails/mail-headers';

it.each([
  ['Order 1\r\nBcc: all@example.com', 'Order 1 Bcc: all@example.com'],
  [' a\tb\u0000c ', 'a b c'],
  ['one\u2028two', 'one two'],
  ['Bestellung № 5 – Ладен', 'Bestellung № 5 – Ладен'],
])('%j is one line in the head of a mail', (text, line) => {
  expect(headerLine(text)).toBe(line);
});

it('keeps a subject short', () => {
  expect(headerLine('x'.repeat(1000))).toHaveLength(200);
});

it.each(['ada@example.com', "o'neil+shop@mail.example.co.uk", 'ada@bücher.example'])(
  '%s is one address',
  (text) => {
    expect(isOneAddress(text)).toBe(true);
  }
);

it.each([
  '',
  'ada',
  'a@b.example, c@d.example',
  'a@b.example;c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'Ada <a@b.example>',
  'a@b@c.example',
  ' a@b.example',
])('%j is not', (text) => {
  expect(isOneAddress(text)).toBe(false);
});
