import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';

interface EditView {
  layout: EditLayout;
}

/**
 * Takes out of the form what it only carries (`carriedByForm` in content-types/attributes.ts), and the rows that
 * this leaves empty. Its value stays in the form and is sent along.
 */
export function hideCarriedFields<View extends EditView>(view: View): View {
  const { layout } = view;
  return {
    ...view,
    layout: {
      ...layout,
      layout: layout.layout
        .map((panel) => panel.map((row) => row.filter(isShown)).filter(isFilled))
        .filter(isFilled),
    },
  };
}

const isFilled = (list: unknown[]) => list.length > 0;

function isShown({ attribute }: EditFieldLayout): boolean {
  const { cartwright } = (attribute.pluginOptions ?? {}) as { cartwright?: { hidden?: boolean } };
  return cartwright?.hidden !== true;
}
