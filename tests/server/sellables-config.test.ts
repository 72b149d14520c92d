import { readSettings } from '../../server/config';
import { startStrapi } from '../support/strapi';

/** `sellables` and `providers.inventory`: what is wrong is said at the start, by its name. */

const COURSE = 'api::course.course';
const read = (given?: unknown) => () => readSettings({ sellables: given }).sellables;
const start = (cartwright: object) => startStrapi({ cartwright });

it('are none, or a mapping of names and functions for each type', () => {
  expect(read()()).toEqual({});
  const price = () => 1;
  const mapping = { title: 'title', price, sku: 'code', populate: ['teacher'] };
  expect(read({ [COURSE]: mapping })()).toEqual({ [COURSE]: mapping });
  expect(read({ 'plugin::events.event': { title: 'a', price: 'b' } })).not.toThrow();
});

const LEAST = { title: 'title', price: 'price' };

it.each([
  [[], '"sellables" must be of type record'],
  [{ [COURSE]: 'title' }, `"sellables.${COURSE}" must be of type object`],
  [{ [COURSE]: {} }, `"sellables.${COURSE}.title" must be the name of a field, or a function`],
  [{ [COURSE]: { title: 'a' } }, `"sellables.${COURSE}.price" must be the name of a field`],
  [{ [COURSE]: { ...LEAST, sku: 7 } }, `"sellables.${COURSE}.sku" must be the name of a field`],
  [{ [COURSE]: { ...LEAST, stock: ' ' } }, `"sellables.${COURSE}.stock" must be the name`],
  [
    { [COURSE]: { ...LEAST, seats: 'seats' } },
    `"sellables.${COURSE}.seats" is not a setting; legal here: title, price, sku, image, stock, url`,
  ],
  [{ [COURSE]: { ...LEAST, populate: 'x' } }, `"sellables.${COURSE}.populate" must be of type`],
  [{ course: LEAST }, '"sellables.course" must be the UID of a content type of your own'],
  [
    { 'plugin::cartwright.product': LEAST },
    '"sellables.plugin::cartwright.product" must be the UID of a content type of your own',
  ],
  [{ 'admin::user': LEAST }, '"sellables.admin::user" must be the UID of a content type'],
])('are not %j', (given, fault) => {
  expect(read(given)).toThrow(fault);
});

it('stop the start for a type or a field that is not there or does not fit, and say each fault', async () => {
  const starting = start({
    sellables: {
      'api::nothing.nothing': LEAST,
      [COURSE]: { title: 'price', price: 'cost', stock: 'title', image: 'constructor' },
      'api::workshop.workshop': {
        title: 'title',
        price: () => '1',
        url: 'cover',
        sku: 'placesLeft',
        populate: ['course', 'teacher'],
      },
    },
  });
  const legal = '; legal here: a field of type';
  await expect(starting).rejects.toThrow(
    [
      'Wrong configuration of cartwright in config/plugins:',
      '  - "sellables.api::nothing.nothing" is no content type; legal here: api::course.course, api::ticket.ticket, api::workshop.workshop',
      `  - "sellables.${COURSE}.title" names "price", which is of type decimal${legal} string, text, richtext, uid, email, enumeration (title), or a function of the entry`,
      `  - "sellables.${COURSE}.price" names "cost", which is no field of ${COURSE}${legal} decimal, integer, biginteger, float, string (`,
    ].join('\n')
  );
  await expect(starting).rejects.toThrow(
    `"sellables.${COURSE}.image" names "constructor", which is`
  );
  await expect(starting).rejects.toThrow(`"sellables.${COURSE}.stock" names "title", which is of`);
  await expect(starting).rejects.toThrow('workshop.url" names "cover", which is of type media;');
  await expect(starting).rejects.toThrow('workshop.sku" names "placesLeft", which is of type int');
  await expect(starting).rejects.toThrow('workshop.populate" names "teacher", which is no field');
});

it('an inventory that lacks a part of its contract stops the start, and is told which', async () => {
  expect(() => readSettings({ providers: { inventory: 'erp' } })).toThrow(
    '"providers.inventory" must be a provider'
  );
  const half = { name: 'erp', available: () => [], reserve: () => null };
  await expect(start({ providers: { inventory: half } })).rejects.toThrow(
    'the provider at "providers.inventory" lacks confirm, release'
  );
  await expect(start({ providers: { inventory: () => null } })).rejects.toThrow(
    'the provider at "providers.inventory" lacks name, available, reserve, confirm, release'
  );
});
