import {
  changedCells,
  conflictCells,
  decide,
  discardChanges,
  openSheet,
  rebase,
  redo,
  saved,
  type Sheet,
  undo,
  valueAt,
  writeCells,
} from '../../../../admin/components/grid/sheet';

const row = (id: string, price: string, first = '') => ({ id, cells: { price, first } });
const ROWS = [row('a', '1.00', 'yes'), row('b', '2.00'), row('c', '3.00')];
const open = () => openSheet(ROWS, ['first']);
const write = (sheet: Sheet, id: string, field: string, value: string) =>
  writeCells(sheet, [{ id, field, value }]);
const shown = (sheet: Sheet, field = 'price') =>
  sheet.rows.map(({ id }) => valueAt(sheet, id, field));

describe('writing', () => {
  it('changes a cell, and takes the change back when it is as it was', () => {
    const changed = write(open(), 'b', 'price', '9.00');
    expect(shown(changed)).toEqual(['1.00', '9.00', '3.00']);
    expect(changedCells(changed)).toEqual([{ id: 'b', field: 'price' }]);
    const back = write(changed, 'b', 'price', '2.00');
    expect(changedCells(back)).toEqual([]);
    expect(back.changes).toEqual({});
  });

  it('is no step when nothing changes, and knows no row that is not there', () => {
    const sheet = open();
    expect(write(sheet, 'a', 'price', '1.00')).toBe(sheet);
    expect(write(sheet, 'z', 'price', '1.00')).toBe(sheet);
  });

  it('leaves the rows alone that it does not touch', () => {
    const one = write(open(), 'a', 'price', '5.00');
    const two = write(one, 'b', 'price', '6.00');
    expect(two.changes['a']).toBe(one.changes['a']);
  });

  it('gives what one row alone can have to another one', () => {
    const sheet = write(open(), 'c', 'first', 'yes');
    expect(shown(sheet, 'first')).toEqual(['', '', 'yes']);
    expect(shown(undo(sheet), 'first')).toEqual(['yes', '', '']);
    expect(write(open(), 'a', 'first', '').changes).toEqual({});
  });
});

describe('the way back', () => {
  it('undoes and redoes a step of many cells at once', () => {
    const filled = writeCells(open(), [
      { id: 'a', field: 'price', value: '7.00' },
      { id: 'b', field: 'price', value: '7.00' },
    ]);
    const further = write(filled, 'a', 'price', '8.00');
    expect(shown(undo(further))).toEqual(['7.00', '7.00', '3.00']);
    expect(shown(undo(undo(further)))).toEqual(['1.00', '2.00', '3.00']);
    expect(shown(redo(undo(undo(further))))).toEqual(['7.00', '7.00', '3.00']);
    expect(undo(open()).changes).toEqual({});
  });

  it('forgets what was undone once something else is written', () => {
    const sheet = write(undo(write(open(), 'a', 'price', '9.00')), 'b', 'price', '5.00');
    expect(redo(sheet)).toBe(sheet);
  });

  it('goes on after a save: what was saved is changed back', () => {
    const sheet = saved(write(open(), 'a', 'price', '9.00'), [row('a', '9.00'), ...ROWS.slice(1)]);
    expect(changedCells(sheet)).toEqual([]);
    expect(undo(sheet).changes).toEqual({ a: { price: '1.00' } });
  });

  it('ends where all changes were given up', () => {
    const sheet = discardChanges(write(open(), 'a', 'price', '9.00'));
    expect([sheet.changes, sheet.undo]).toEqual([{}, []]);
  });
});

describe('what others did meanwhile', () => {
  const theirs = (price: string, first = 'yes') => [row('a', price, first), ...ROWS.slice(1)];

  it('is shown where nothing was changed here', () => {
    const sheet = rebase(write(open(), 'b', 'price', '9.00'), theirs('1.50'));
    expect(shown(sheet)).toEqual(['1.50', '9.00', '3.00']);
    expect(conflictCells(sheet)).toEqual([]);
  });

  it('is a conflict where the same cell was changed here, until the editor decides', () => {
    const sheet = rebase(write(open(), 'a', 'price', '9.00'), theirs('1.50'));
    expect(sheet.conflicts).toEqual({ a: { price: '1.50' } });
    expect(shown(decide(sheet, 'mine'))[0]).toBe('9.00');
    expect(decide(sheet, 'mine').conflicts).toEqual({});
    expect(shown(decide(sheet, 'theirs'))[0]).toBe('1.50');
    expect(decide(sheet, 'theirs').changes).toEqual({});
    expect(write(sheet, 'a', 'price', '4.00').conflicts).toEqual({});
  });

  it('stays a conflict when it is read once more', () => {
    const sheet = rebase(write(open(), 'a', 'price', '9.00'), theirs('1.50'));
    expect(rebase(sheet, theirs('1.50')).conflicts).toEqual({ a: { price: '1.50' } });
    expect(rebase(sheet, theirs('1.75')).conflicts).toEqual({ a: { price: '1.75' } });
    expect(rebase(decide(sheet, 'mine'), theirs('1.50')).conflicts).toEqual({});
  });

  it('is none where both want the same', () => {
    const sheet = rebase(write(open(), 'a', 'price', '9.00'), theirs('9.00'));
    expect([sheet.changes, sheet.conflicts]).toEqual([{}, {}]);
  });

  it('decides one cell alone', () => {
    const mine = write(write(open(), 'a', 'price', '9.00'), 'b', 'price', '9.00');
    const sheet = rebase(mine, [row('a', '5.00', 'yes'), row('b', '6.00'), ROWS[2]!]);
    const decided = decide(sheet, 'theirs', [{ id: 'a', field: 'price' }]);
    expect(shown(decided)).toEqual(['5.00', '9.00', '3.00']);
    expect(conflictCells(decided)).toEqual([{ id: 'b', field: 'price' }]);
  });

  it('never makes two have what one alone can have', () => {
    const mine = write(open(), 'b', 'first', 'yes');
    const sheet = rebase(mine, [row('a', '1.00'), row('b', '2.00'), row('c', '3.00', 'yes')]);
    expect(shown(sheet, 'first')).toEqual(['', 'yes', '']);
    expect(conflictCells(sheet)).toEqual([{ id: 'b', field: 'first' }]);
    expect(shown(decide(sheet, 'theirs'), 'first')).toEqual(['', '', 'yes']);
    expect(shown(decide(sheet, 'mine'), 'first')).toEqual(['', 'yes', '']);
  });

  it('forgets changes of a row that is gone', () => {
    const sheet = rebase(write(open(), 'c', 'price', '9.00'), ROWS.slice(0, 2));
    expect(sheet.changes).toEqual({});
  });
});
