import { contentTypes } from '../../../content-types';
import { lockReadOnlyFields } from '../../../admin/content-manager/lock-read-only-fields';

interface Field {
  name: string;
  disabled: boolean;
  attribute: { pluginOptions?: { cartwright?: { readOnly?: boolean } } };
}

type View = Parameters<typeof lockReadOnlyFields>[0];

/** As the Content Manager lays a type out: panels of rows of fields. */
const viewOf = (fields: Field[]) => ({ layout: { layout: [[fields]] } }) as unknown as View;

const fieldsOf = (view: View) => view.layout.layout.flat(2) as unknown as Field[];

const types = Object.entries(contentTypes).map(([name, { schema }]) => {
  const attributes = Object.entries(schema.attributes as Record<string, Field['attribute']>);
  return {
    name,
    fields: attributes.map(([field, attribute]) => ({ name: field, disabled: false, attribute })),
  };
});

it.each(types)('of a $name exactly the read-only fields are locked', ({ fields }) => {
  for (const { name, disabled, attribute } of fieldsOf(lockReadOnlyFields(viewOf(fields)))) {
    expect([name, disabled]).toEqual([
      name,
      attribute.pluginOptions?.cartwright?.readOnly === true,
    ]);
  }
});

it('of a product the copies are locked, the title is not', () => {
  const product = types.find(({ name }) => name === 'product')!;
  const locked = fieldsOf(lockReadOnlyFields(viewOf(product.fields)))
    .filter(({ disabled }) => disabled)
    .map(({ name }) => name);
  expect(locked).toEqual(expect.arrayContaining(['unitPrice', 'salePrice', 'sku', 'stock']));
  expect(locked).not.toContain('title');
});

it('a field that the host has locked stays locked', () => {
  const view = viewOf([{ name: 'title', disabled: true, attribute: {} }]);
  expect(fieldsOf(lockReadOnlyFields(view))[0]?.disabled).toBe(true);
});
