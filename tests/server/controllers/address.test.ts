import { whomOf } from '../../../server/controllers/address';

describe('an address stands for', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['2001:db8:0:1::', '2001:db8:0:1'],
    ['::1', '0:0:0:0'],
    ['fe80::1:2:3:4:5', 'fe80:0:0:1'],
    ['', ''],
    ['unknown', 'unknown'],
  ])('%s: %s', (ip, whom) => {
    expect(whomOf(ip)).toBe(whom);
  });
});
