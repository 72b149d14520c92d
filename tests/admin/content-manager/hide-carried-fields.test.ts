import { hideCarriedFields } from '../../../admin/content-manager/hide-carried-fields';
import { contentTypes } from '../../../content-types';

type View = Parameters<typeof hideCarriedFields>[0];

const attributes = contentTypes['product-variation'].schema.attributes;
const field = (name: keyof typeof attributes) => ({ name, attribute: attributes[name] });

/** Panels of rows of fields, as the Content Manager lays a type out. */
const shown = (layout: ReturnType<typeof field>[][][]) => {
  const view = hideCarriedFields({ layout: { layout } } as unknown as View);
  return view.layout.layout.map((panel) => panel.map((row) => row.map(({ name }) => name)));
};

it('what a form only carries is taken out of it, and everything else stays', () => {
  expect(shown([[[field('stock'), field('asOpened')], [field('retired')]]])).toEqual([
    [['stock'], ['retired']],
  ]);
});

it('no empty row or panel is left', () => {
  expect(shown([[[field('stock')], [field('asOpened')]], [[field('asOpened')]]])).toEqual([
    [['stock']],
  ]);
});
