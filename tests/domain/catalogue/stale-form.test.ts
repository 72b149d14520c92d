import {
  changesOfForm,
  formValues,
  type FormValues,
} from '../../../server/domain/catalogue/stale-form';
import { isCommerceError } from '../../../server/domain/errors';
import { money } from '../../../server/domain/money/money';

const opened = formValues({
  sku: 'mug',
  unitPrice: 20,
  stock: 10,
  salePrice: 15,
  saleFrom: '2030-01-01T00:00:00.000Z',
  saleTo: null,
  isDefault: true,
  weight: 0.5,
  position: 1,
});
/** As the form sends it when nobody touched it: empty fields stay out. */
const untouched = {
  sku: 'mug',
  unitPrice: 20,
  stock: 10,
  salePrice: 15,
  saleFrom: '2030-01-01T00:00:00.000Z',
  isDefault: true,
  weight: 0.5,
  position: 1,
};

const changes = (sent: object, now: FormValues = {}) =>
  changesOfForm({ ...untouched, ...sent }, opened, { ...opened, ...now }, 'EUR');

function issues(sent: object, now: FormValues): string[] {
  try {
    changes(sent, now);
  } catch (error) {
    if (!isCommerceError(error) || error.code !== 'invalid_input') throw error;
    return (error.details['issues'] as { path: string; message: string }[]).map(
      ({ path, message }) => `${path}: ${message}`
    );
  }
  return [];
}

const AND_NOW = 'while this form was open. Nothing was saved; reload, and change it again.';

describe('the values of a form', () => {
  it('are spelled in one way, whoever hands them out', () => {
    const row = { unitPrice: '20.0000', saleFrom: 1893456000000, stock: '10', isDefault: null };
    const sent = { unitPrice: 20, saleFrom: '2030-01-01T01:00:00+01:00', stock: 10 };
    const variation = {
      unitPrice: money('20'),
      saleFrom: new Date('2030-01-01T00:00:00Z'),
      stock: 10,
    };
    const wanted = { unitPrice: '20', saleFrom: '2030-01-01T00:00:00.000Z', stock: '10' };
    expect(formValues({ ...row, saleFrom: new Date(row.saleFrom) })).toEqual({
      ...wanted,
      isDefault: 'no',
    });
    expect(formValues(sent)).toEqual(wanted);
    expect(formValues(variation)).toEqual(wanted);
  });

  it('tell what is empty from what is not there', () => {
    expect(formValues({ stock: null, saleTo: '', position: null })).toEqual({
      stock: null,
      saleTo: null,
      position: '0',
    });
  });

  it('leave nonsense as it is, to be refused by whoever checks it', () => {
    expect(formValues({ saleTo: 'soon', weight: 'heavy' })).toEqual({
      saleTo: 'soon',
      weight: 'heavy',
    });
  });
});

describe('a form that nobody touched', () => {
  it('changes nothing, whatever has changed since', () => {
    expect(changes({})).toEqual({});
    const others = { stock: '7', unitPrice: '25', salePrice: null, saleFrom: null };
    expect(changes({}, { ...others, isDefault: 'no' })).toEqual({});
  });

  it('keeps what is none of its fields', () => {
    const options = { connect: [], disconnect: [] };
    expect(changes({ options, updatedBy: 1 })).toEqual({ options, updatedBy: 1 });
  });
});

describe('a field that was touched', () => {
  it('is written, and it alone', () => {
    expect(changes({ unitPrice: 22 }, { stock: '7' })).toEqual({ unitPrice: 22 });
    expect(changes({ saleTo: '2030-02-01' })).toEqual({ saleTo: '2030-02-01' });
    expect(changes({ stock: null })).toEqual({ stock: null });
  });

  it('is refused when it changed meanwhile', () => {
    expect(issues({ stock: 12 }, { stock: '7' })).toEqual([
      `stock: Stock went from 10 to 7 ${AND_NOW}`,
    ]);
    expect(issues({ unitPrice: 22 }, { unitPrice: '12.5' })).toEqual([
      `unitPrice: Unit price went from 20.00 to 12.50 ${AND_NOW}`,
    ]);
    expect(issues({ stock: null, sku: 'cup' }, { stock: '7', sku: 'beaker' })).toHaveLength(2);
  });

  it('is left alone when others changed it to the same', () => {
    expect(changes({ stock: 7, unitPrice: 22 }, { stock: '7' })).toEqual({ unitPrice: 22 });
  });

  it('is taken as it was sent when nobody knows what the form showed', () => {
    expect(changesOfForm({ stock: 12 }, {}, { stock: '7' }, 'EUR')).toEqual({ stock: 12 });
  });
});

describe('a sale price and its window', () => {
  it('are one thing: a new end for a reduction that is over is refused', () => {
    const over = { salePrice: null, saleFrom: null };
    expect(issues({ saleTo: '2030-02-01' }, over)).toEqual([
      `salePrice: Sale price went from 15.00 to none ${AND_NOW}`,
      `saleFrom: Sale from went from 2030-01-01T00:00:00.000Z to none ${AND_NOW}`,
    ]);
  });

  it('do not stand in the way of the unit price', () => {
    expect(changes({ unitPrice: 22 }, { salePrice: null, saleFrom: null })).toEqual({
      unitPrice: 22,
    });
  });
});
