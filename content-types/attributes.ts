/**
 * Building blocks that several schemas share. Functions, since the host writes each attribute's column name
 * into the object it is given: one object for two attributes would give them one column.
 *
 * In a schema the first attribute of type string names the entry in relation pickers and lists.
 */

/** Money: exact to four places on every database, never negative. Amounts are in the shop's one currency. */
export const money = () =>
  ({ type: 'decimal', columnType: { type: 'decimal', args: [19, 4] }, min: 0 }) as const;

/** The three ways to reduce a price. A sale takes exactly one of them, a discount code at most one. */
export const discount = () =>
  ({
    discountDeduct: money(),
    discountPercent: {
      type: 'decimal',
      columnType: { type: 'decimal', args: [7, 4] },
      min: 0,
      max: 100,
    },
    discountExact: money(),
  }) as const;

/** Written by the plugin only: shown, never editable, ignored when sent. */
export function readOnly<Attribute extends object>(attribute: Attribute) {
  return { ...attribute, pluginOptions: { cartwright: { readOnly: true } } };
}

/** The plugin's own bookkeeping: no front end may read it, filter or sort by it, through whatever route. */
export function internal<Attribute extends object>(attribute: Attribute) {
  return { ...readOnly(attribute), private: true } as const;
}

/** The shop's own business: editors see and set it, no front end ever does. */
export function secret<Attribute extends object>(attribute: Attribute) {
  return { ...attribute, private: true } as const;
}

/**
 * Nothing is ever stored in it: it carries what a form was opened with from the Content Manager and back (see
 * `hooks/opened-form.ts`), since a form sends back every attribute of its type, also those that it does not show.
 */
export const carriedByForm = () =>
  ({
    type: 'text',
    private: true,
    searchable: false,
    // So the host gives it to every role, whichever fields that role may see.
    writable: false,
    pluginOptions: { cartwright: { readOnly: true, hidden: true } },
  }) as const;

/** In a form, but not as a field of it: a panel beside the form edits it better (see `admin/panels`). */
export function besideForm<Attribute extends object>(attribute: Attribute) {
  return { ...attribute, pluginOptions: { cartwright: { hidden: true } } };
}

/** Has a value of its own in each language. */
export function localized<Attribute extends object>(attribute: Attribute) {
  return { ...attribute, pluginOptions: { i18n: { localized: true } } };
}

/** The same in all languages of a localized type. */
export function shared<Attribute extends object>(attribute: Attribute) {
  return { ...attribute, pluginOptions: { i18n: { localized: false } } };
}

/** Editors see the type in the Content Manager; nobody edits its schema in the Content-Type Builder. */
export const shownToEditors = {
  'content-manager': { visible: true },
  'content-type-builder': { visible: false },
} as const;

export const hiddenFromEditors = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
} as const;

export const localizedType = { i18n: { localized: true } } as const;
