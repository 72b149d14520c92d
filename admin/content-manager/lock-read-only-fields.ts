import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';

interface EditView {
  layout: EditLayout;
}

/**
 * Shows the fields that only the plugin writes, but nobody types into them: the server would drop what is typed.
 * Which ones they are stands in the schemas (`readOnly` in content-types/attributes.ts), nowhere else.
 */
export function lockReadOnlyFields<View extends EditView>(view: View): View {
  const { layout } = view;
  return {
    ...view,
    layout: {
      ...layout,
      layout: layout.layout.map((panel) => panel.map((row) => row.map(lockIfReadOnly))),
    },
  };
}

function lockIfReadOnly(field: EditFieldLayout): EditFieldLayout {
  return isReadOnly(field.attribute) ? { ...field, disabled: true } : field;
}

function isReadOnly({ pluginOptions }: { pluginOptions?: object }): boolean {
  const { cartwright } = (pluginOptions ?? {}) as { cartwright?: { readOnly?: boolean } };
  return cartwright?.readOnly === true;
}
