import {
  changesTicks,
  changeTick,
  type RelationChange,
  tickedAfter,
} from '../../../../admin/panels/product/option-ticks';

const option = (documentId: string) => ({ id: documentId.length, documentId, locale: 'en' });
const saved = ['red', 'blue'];

/** What the form holds after ticking (+) and un-ticking (-) in this order. */
const after = (...steps: string[]) =>
  steps.reduce<RelationChange | undefined>(
    (change, step) => changeTick(saved, change, option(step.slice(1)), step.startsWith('+')),
    undefined
  );
const documents = (list: RelationChange['connect']) =>
  (list ?? []).map(({ apiData }) => apiData.documentId);

it.each([
  [[], [], [], ['blue', 'red']],
  [['+green'], ['green'], [], ['blue', 'green', 'red']],
  [['-red'], [], ['red'], ['blue']],
  [['+green', '-green'], [], [], ['blue', 'red']],
  [['-red', '+red'], [], [], ['blue', 'red']],
  [['+red'], [], [], ['blue', 'red']],
  [['-green'], [], [], ['blue', 'red']],
  [['+green', '+green'], ['green'], [], ['blue', 'green', 'red']],
  [['-red', '-blue', '+green'], ['green'], ['red', 'blue'], ['green']],
])('%j', (steps, connect, disconnect, ticked) => {
  const change = after(...steps);
  expect([documents(change?.connect), documents(change?.disconnect)]).toEqual([
    connect,
    disconnect,
  ]);
  expect(tickedAfter(saved, change)).toEqual(ticked);
  expect(changesTicks(change)).toBe(connect.length + disconnect.length > 0);
});

it('a new tick is sent in the form in which the Content Manager connects', () => {
  expect(after('+green')?.connect).toEqual([
    { id: 5, apiData: { id: 5, documentId: 'green', locale: 'en', isTemporary: true } },
  ]);
});
