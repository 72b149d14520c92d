import { Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import type { OrderEditDto, ThingToSellDto } from '../../../../server/contracts/staff';
import { Amount } from '../../../components/amount';
import { Card } from '../../../components/card';
import { useText } from '../../../text/use-text';
import { ItemRow } from '../../order-form/item-row';
import { ItemSearch } from '../../order-form/item-search';
import { isAboutItem, issueAt, type Refusal } from '../../order-form/refusal';
import { ThingPrice } from '../../order-form/thing-price';
import { typedUnits } from '../../order-form/typed-units';
import { useRefusalWords } from '../../order-form/use-refusal-words';
import { editWish, type EditForm } from './edit-form';

interface EditItemsProps {
  order: AdminOrderDto;
  form: EditForm;
  preview: OrderEditDto | null;
  refusal: Refusal | null;
  change: (part: Partial<EditForm>) => void;
}

/** The items of the order, how many of each, and what comes besides. */
export function EditItems({ order, form, preview, refusal, change }: EditItemsProps) {
  const text = useText();
  const { ofRefusal, ofIssue } = useRefusalWords();
  const { currency } = order;
  const wish = editWish(order, form);

  const setQuantity = (id: string, typed: string) => {
    change({ quantities: { ...form.quantities, [id]: typed } });
  };
  const add = (thing: ThingToSellDto) => {
    change({ added: withOneMore(form, thing) });
  };
  const problemOf = (item: AdminOrderDto['items'][number], typed: string) => {
    if (typedUnits(typed, 0) === null) return text('refusal.units');
    if (isAboutItem(refusal, item.sku)) return refusal ? ofRefusal(refusal) : undefined;
    const index = wish?.quantities?.findIndex(({ id }) => id === item.id) ?? -1;
    return index < 0 ? undefined : ofIssue(issueAt(refusal, `quantities.${index}.quantity`));
  };

  return (
    <Card title={text('order.lines')}>
      <ItemSearch onAdd={add} />
      <ul aria-label={text('order.lines')}>
        {order.items.map((item) => {
          const typed = form.quantities[item.id] ?? String(item.quantity);
          const left = item.quantity - item.toShip;
          const after = preview?.order.items.find(({ id }) => id === item.id);
          return (
            <ItemRow
              key={item.id}
              id={item.id}
              thing={item}
              facts={
                <Typography tag="p" variant="pi" textColor="neutral600">
                  <Amount value={item.unitPrice} currency={currency} />
                  {left > 0 && ` · ${text('edit.has-left', { count: left })}`}
                </Typography>
              }
              least={0}
              quantity={typed}
              isRemoved={typed === '0'}
              error={problemOf(item, typed)}
              total={
                typed === '0' ? (
                  '–'
                ) : (
                  <Amount value={(after ?? item).lineTotal} currency={currency} />
                )
              }
              onQuantity={(wanted) => {
                setQuantity(item.id, wanted);
              }}
              onRemove={() => {
                setQuantity(item.id, '0');
              }}
              onKeep={() => {
                setQuantity(item.id, String(item.quantity));
              }}
            />
          );
        })}
        {form.added.map(({ thing, quantity }, index) => (
          <ItemRow
            key={`${thing.type} ${thing.documentId}`}
            id={`new-${index}`}
            thing={thing}
            facts={<ThingPrice thing={thing} />}
            quantity={quantity}
            error={
              typedUnits(quantity, 1) === null
                ? text('refusal.units')
                : isAboutItem(refusal, thing.sku) && refusal
                  ? ofRefusal(refusal)
                  : undefined
            }
            total={<NewTotal thing={thing} order={order} preview={preview} />}
            onQuantity={(wanted) => {
              change({ added: form.added.with(index, { thing, quantity: wanted }) });
            }}
            onRemove={() => {
              change({ added: form.added.filter((_, place) => place !== index) });
            }}
          />
        ))}
      </ul>
    </Card>
  );
}

interface NewTotalProps extends Pick<EditItemsProps, 'order' | 'preview'> {
  thing: ThingToSellDto;
}

/** What a new line costs; more of something that the order has is on that line. */
function NewTotal({ thing, order, preview }: NewTotalProps) {
  const text = useText();
  const line = preview?.order.items.find(
    ({ id, type, documentId }) =>
      type === thing.type &&
      documentId === thing.documentId &&
      order.items.every((item) => item.id !== id)
  );
  if (line) return <Amount value={line.lineTotal} currency={order.currency} />;
  return <Typography textColor="neutral600">{text('edit.new')}</Typography>;
}

/** Choosing the same thing again is one more of it. */
function withOneMore({ added }: EditForm, thing: ThingToSellDto): EditForm['added'] {
  const index = added.findIndex(
    (one) => one.thing.type === thing.type && one.thing.documentId === thing.documentId
  );
  const known = added[index];
  if (!known) return [...added, { thing, quantity: '1' }];
  return added.with(index, { thing, quantity: String((typedUnits(known.quantity, 1) ?? 0) + 1) });
}
