import { chosenUnits } from '../../../../admin/pages/order/chosen-units';

it('items of which nothing was chosen are not named', () => {
  expect(chosenUnits({ shirt: 2, mug: 0, hat: 1 })).toEqual([
    { id: 'shirt', quantity: 2 },
    { id: 'hat', quantity: 1 },
  ]);
  expect(chosenUnits({})).toEqual([]);
});
