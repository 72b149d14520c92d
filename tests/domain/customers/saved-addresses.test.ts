import {
  addAddress,
  changeAddress,
  MOST_ADDRESSES,
  removeAddress,
  type SavedAddress,
} from '../../../server/domain/customers/saved-addresses';

const AT = new Date('2026-06-01T12:00:00.000Z');
const REQUIRED = ['email', 'city', 'postcode'] as const;
const HOME = { city: 'London', postcode: 'SW1', country: 'GB' };

const add = (saved: SavedAddress[], id: string, more: object = {}) =>
  addAddress(saved, { id, address: HOME, createdAt: AT, ...more }, REQUIRED);
const defaults = (saved: SavedAddress[]) =>
  saved.map((one) => `${one.id}${one.defaultBilling ? 'B' : ''}${one.defaultShipping ? 'S' : ''}`);

describe('saved addresses', () => {
  it('the first is the default one for both, unless the request says otherwise', () => {
    expect(defaults(add([], 'a'))).toEqual(['aBS']);
    expect(defaults(add([], 'a', { defaultShipping: false }))).toEqual(['aB']);
    expect(defaults(add(add([], 'a'), 'b'))).toEqual(['aBS', 'b']);
  });

  it('there is one default of each kind', () => {
    const two = add(add([], 'a'), 'b', { defaultShipping: true });
    expect(defaults(two)).toEqual(['aB', 'bS']);
    const turned = changeAddress(two, 'b', { defaultBilling: true }, REQUIRED);
    expect(defaults(turned)).toEqual(['a', 'bBS']);
    expect(defaults(changeAddress(turned, 'b', { defaultShipping: false }, REQUIRED))).toEqual([
      'a',
      'bB',
    ]);
    expect(defaults(removeAddress(turned, 'b'))).toEqual(['a']);
  });

  it('a change leaves alone what it does not name', () => {
    const [changed] = changeAddress(add([], 'a'), 'a', { address: { ...HOME, city: 'Leeds' } }, []);
    expect(changed).toEqual({
      id: 'a',
      address: { ...HOME, city: 'Leeds' },
      defaultBilling: true,
      defaultShipping: true,
      createdAt: AT,
    });
  });

  it.each([
    [{}, ['address.city', 'address.postcode', 'address']],
    [{ country: 'GB' }, ['address.city', 'address.postcode']],
    [{ country: 'HK', city: 'Kowloon' }, []],
  ])('of %j lacks %j', (address, paths) => {
    const issues = (() => {
      try {
        add([], 'a', { address });
        return [];
      } catch (error) {
        return (error as { details: { issues: { path: string }[] } }).details.issues;
      }
    })();
    expect(issues.map(({ path }) => path)).toEqual(paths);
    if (paths.length > 0) {
      expect(() => changeAddress(add([], 'a'), 'a', { address }, REQUIRED)).toThrow('fill in');
    }
  });

  it('are not endless, and unknown ones are not there', () => {
    const many = Array.from({ length: MOST_ADDRESSES }).reduce<SavedAddress[]>(
      (saved, _, index) => add(saved, `${index}`),
      []
    );
    expect(many).toHaveLength(50);
    expect(() => add(many, 'one more')).toThrow(
      expect.objectContaining({ code: 'quantity_limit', details: { max: 50 } })
    );
    expect(() => removeAddress(many, 'x')).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(() => changeAddress(many, 'x', {}, REQUIRED)).toThrow('no such address');
  });
});
