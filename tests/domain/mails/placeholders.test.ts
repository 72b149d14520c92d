import { wrongPlaceholder } from '../../../server/domain/mails/placeholders';

it.each([
  ['receipt', 'Order {number}: {amount} for {name} at {shop}', null],
  ['receipt', 'no braces', null],
  ['receipt', 'Dear {firstname}', '{firstname}'],
  ['receipt', 'Dear {name', '{name'],
  ['receipt', 'a } b', '}'],
  ['receipt', '{{number}}', '{}'],
  ['receipt', '{ number }', '{ number }'],
  ['abandonedCart', 'Back to {shop}', null],
  ['abandonedCart', 'Order {number}', '{number}'],
] as const)('%s: %s', (kind, text, wrong) => {
  expect(wrongPlaceholder(kind, text)).toBe(wrong);
});
