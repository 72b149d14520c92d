import { noteWords } from '../../../../../admin/pages/order/history/note-words';

const key = (name: string) => `<${name}>`;

it.each([
  ['note', 'Called back', 'Called back'],
  ['note', 'A payment link was sent', '<history.payment-link>'],
  ['fulfilment', 'Tracking corrected', '<history.tracking-corrected>'],
  ['edit', 'MUG: 1 → 2; email; flat → express', 'MUG: 1 → 2\n<edit.changes-email>\nflat → express'],
  ['edit', '', ''],
  ['note', 'email', 'email'],
])('%s "%s" is said as "%s"', (step, note, words) => {
  expect(noteWords(step, note, key)).toBe(words);
});
