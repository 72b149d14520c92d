import { itemName } from '../../../../admin/pages/order/item-name';
import type { AdminOrderDto } from '../../../../server/contracts/orders';

type Item = AdminOrderDto['items'][number];

const shirt = (id: string, size: string) =>
  ({ id, description: 'Linen shirt', options: [{ type: 'Size', value: size }] }) as Item;

it('two sizes of a shirt are told apart', () => {
  const items = [shirt('1', 'M'), shirt('2', 'L')];
  expect(itemName(items, '2', 'gone')).toBe('Linen shirt · L');
  expect(itemName(items, '3', 'SHIRT-S')).toBe('SHIRT-S');
});
