import { money } from '../../../server/domain/money/money';
import {
  chooseShippingOption,
  offeredShippingOptions,
  type Parcel,
  type ShippingOption,
} from '../../../server/domain/shipping/shipping-options';

const parcel = (own: Partial<Parcel> = {}): Parcel => ({
  country: 'DE',
  discountedSubtotal: money(20),
  weight: money(0),
  ...own,
});
const option = (own: Partial<ShippingOption> = {}): ShippingOption => ({
  code: 'standard',
  label: 'Standard',
  amount: '4.95',
  ...own,
});
const offered = (options: ShippingOption[], own: Partial<Parcel> = {}) =>
  offeredShippingOptions(options, parcel(own)).map(
    ({ code, amount }) => `${code} ${amount.toFixed(2)}`
  );

describe('offeredShippingOptions', () => {
  it('offers a flat rate with code, label and amount', () => {
    const [only] = offeredShippingOptions([option()], parcel());
    expect(only).toEqual({ code: 'standard', label: 'Standard', amount: money('4.95') });
  });

  it.each([
    ['49.99', 'standard 4.95'],
    ['50.00', 'standard 0.00'],
    ['50.01', 'standard 0.00'],
  ])('is free from 50.00, inclusive: %s pays "%s"', (subtotal, expected) => {
    expect(offered([option({ freeFrom: '50' })], { discountedSubtotal: money(subtotal) })).toEqual([
      expected,
    ]);
  });

  it('FS2 FS4 is free always from 0, and only ever 0, never less', () => {
    expect(offered([option({ freeFrom: '0' })])).toEqual(['standard 0.00']);
    expect(offered([option({ freeFrom: '50' })], { discountedSubtotal: money(80) })).toEqual([
      'standard 0.00',
    ]);
  });

  it('goes only where it goes', () => {
    const options = [option({ code: 'home', countries: ['DE', 'at'] }), option({ code: 'world' })];
    expect(offered(options, { country: 'DE' })).toEqual(['home 4.95', 'world 4.95']);
    expect(offered(options, { country: 'AT' })).toHaveLength(2);
    expect(offered(options, { country: 'FR' })).toEqual(['world 4.95']);
  });

  it('offers before a country is known only what goes everywhere', () => {
    const options = [
      option({ code: 'home', countries: ['DE'] }),
      option({ code: 'world', countries: [] }),
      option({ code: 'pickup' }),
    ];
    expect(offered(options, { country: null })).toEqual(['world 4.95', 'pickup 4.95']);
  });

  it('carries its greatest weight, and not a gram more', () => {
    const options = [option({ code: 'letter', maxWeight: 500 }), option({ code: 'parcel' })];
    expect(offered(options, { weight: money(500) })).toEqual(['letter 4.95', 'parcel 4.95']);
    expect(offered(options, { weight: money('500.1') })).toEqual(['parcel 4.95']);
    expect(offered([option({ maxWeight: 0 })], { weight: money(1) })).toEqual([]);
  });

  it('offers nothing when nothing is configured', () => {
    expect(offered([])).toEqual([]);
  });

  it('reads empty fields of the settings as no limit', () => {
    expect(
      offered([option({ freeFrom: null, countries: null, maxWeight: null })], { country: null })
    ).toEqual(['standard 4.95']);
  });
});

describe('chooseShippingOption', () => {
  const standard = { code: 'standard', label: 'Standard', amount: money('4.95') };
  const express = { code: 'express', label: 'Express', amount: money('9.95') };

  it.each([
    ['one offered is chosen by itself', [standard], null, standard, false],
    ['several wait for the shopper', [standard, express], null, null, false],
    ["the shopper's choice", [standard, express], 'express', express, false],
    ['a choice that is gone, among several', [standard, express], 'pickup', null, true],
    ['a choice that is gone makes room for the only one', [standard], 'express', standard, true],
    ['a choice that is gone, with nothing left', [], 'express', null, true],
    ['nothing offered, nothing chosen', [], null, null, false],
  ])('%s', (_name, options, chosenCode, chosen, dropped) => {
    expect(chooseShippingOption(options, chosenCode)).toEqual({ option: chosen, dropped });
  });
});
