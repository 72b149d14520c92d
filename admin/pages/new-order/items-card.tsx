import { Typography } from '@strapi/design-system';

import type { StaffOrderPreviewDto } from '../../../server/contracts/staff';
import { newStepKey } from '../../api/step-key';
import { Amount } from '../../components/amount';
import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { ItemRow } from '../order-form/item-row';
import { ItemSearch } from '../order-form/item-search';
import { isAboutItem } from '../order-form/refusal';
import { typedUnits } from '../order-form/typed-units';
import { useRefusalWords } from '../order-form/use-refusal-words';
import { type ChosenItem, withItem } from './new-order-form';
import type { NewOrder } from './use-new-order';

/** What is sold, and how many of each. */
export function ItemsCard({ form, change, preview, refusal }: NewOrder) {
  const text = useText();
  const { ofRefusal } = useRefusalWords();

  const setQuantity = (key: string, quantity: string) => {
    change((current) => ({
      ...current,
      items: current.items.map((item) => (item.key === key ? { ...item, quantity } : item)),
    }));
  };
  const problemOf = ({ thing, quantity }: ChosenItem) => {
    if (typedUnits(quantity, 1) === null) return text('refusal.units');
    return refusal && isAboutItem(refusal, thing.sku) ? ofRefusal(refusal) : undefined;
  };

  return (
    <Card title={text('order.lines')}>
      <ItemSearch
        onAdd={(thing) => {
          change((current) => withItem(current, thing, newStepKey()));
        }}
      />
      {form.items.length === 0 ? (
        <Typography textColor="neutral600">{text('new-order.no-items')}</Typography>
      ) : (
        <ul aria-label={text('order.lines')}>
          {form.items.map((item) => {
            const priced = pricedAs(item, preview);
            const currency = preview?.cart.currency ?? '';
            return (
              <ItemRow
                key={item.key}
                id={item.key}
                thing={item.thing}
                facts={
                  priced?.unitPrice && (
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      <Amount value={priced.unitPrice} currency={currency} />
                    </Typography>
                  )
                }
                quantity={item.quantity}
                error={problemOf(item)}
                total={priced && <Amount value={priced.lineTotal} currency={currency} />}
                onQuantity={(typed) => {
                  setQuantity(item.key, typed);
                }}
                onRemove={() => {
                  change((current) => ({
                    ...current,
                    items: current.items.filter(({ key }) => key !== item.key),
                  }));
                }}
              />
            );
          })}
        </ul>
      )}
    </Card>
  );
}

/** The line of the preview; things with words of their own stand apart from those without. */
function pricedAs({ thing, data }: ChosenItem, preview: StaffOrderPreviewDto | null) {
  return preview?.cart.items.find(
    (line) =>
      line.type === thing.type &&
      line.documentId === thing.documentId &&
      JSON.stringify(line.data) === JSON.stringify(data)
  );
}
