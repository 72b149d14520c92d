import type { ComponentType } from 'react';

import { UIDS } from '../../content-types/uids';
import { ANY_STEP } from '../pages/first-steps/step-permissions';
import {
  COMPOSE_LAYOUT,
  EDIT_VARIATIONS,
  GENERATE_CODES,
  type NeededPermission,
  READ_CARTS,
  READ_ORDERS,
  READ_STOCK,
  RUN_EXPORTS,
  RUN_IMPORTS,
  SEE_CATEGORIES,
  SEE_DISCOUNT_CODES,
  SEE_PRODUCTS,
  SEE_SALES,
} from '../permissions';
import type { TextKey } from '../text/get-translation';

/** A page below `plugins/cartwright/<path>`, for roles with one of the permissions. */
export interface ShopPage {
  path: string;
  permissions: NeededPermission[];
  /** Loaded when it is first opened. */
  load: () => Promise<{ default: ComponentType }>;
}

/** A page that the menu leads to. */
export interface Area extends ShopPage {
  title: TextKey;
}

/** A list of the Content Manager that belongs to the shop. */
export interface ForeignLink {
  to: string;
  title: TextKey;
  permissions: NeededPermission[];
}

export interface AreaGroup {
  title: TextKey;
  links: (Area | ForeignLink)[];
}

const list = (uid: string) => `/content-manager/collection-types/${uid}`;

/** The shop's menu, from top to bottom. */
export const AREA_GROUPS: AreaGroup[] = [
  {
    title: 'nav.sell',
    links: [
      {
        path: 'orders',
        title: 'orders.title',
        permissions: READ_ORDERS,
        load: () => import('../pages/orders/orders-area').then(asDefault('OrdersArea')),
      },
      {
        path: 'carts',
        title: 'carts.title',
        permissions: READ_CARTS,
        load: () => import('../pages/carts/carts-area').then(asDefault('CartsArea')),
      },
    ],
  },
  {
    title: 'nav.catalogue',
    links: [
      { to: list(UIDS.product), title: 'nav.products', permissions: SEE_PRODUCTS },
      { to: list(UIDS.category), title: 'nav.categories', permissions: SEE_CATEGORIES },
      { to: list(UIDS.sale), title: 'nav.sales', permissions: SEE_SALES },
      {
        to: list(UIDS.discountCode),
        title: 'nav.discount-codes',
        permissions: SEE_DISCOUNT_CODES,
      },
      {
        path: 'discount-codes',
        title: 'codes.title',
        permissions: GENERATE_CODES,
        load: () =>
          import('../pages/discount-codes/discount-codes-area').then(
            asDefault('DiscountCodesArea')
          ),
      },
      {
        path: 'stock',
        title: 'stock.title',
        permissions: READ_STOCK,
        load: () => import('../pages/stock/stock-area').then(asDefault('StockArea')),
      },
    ],
  },
  {
    title: 'nav.content',
    links: [
      {
        path: 'layout',
        title: 'layout.title',
        permissions: COMPOSE_LAYOUT,
        load: () => import('../pages/layout/layout-area').then(asDefault('LayoutArea')),
      },
    ],
  },
  {
    title: 'nav.tools',
    links: [
      {
        path: 'first-steps',
        title: 'steps.title',
        permissions: ANY_STEP,
        load: () =>
          import('../pages/first-steps/first-steps-area').then(asDefault('FirstStepsArea')),
      },
      {
        path: 'imports',
        title: 'imports.title',
        permissions: [...RUN_IMPORTS, ...RUN_EXPORTS],
        load: () => import('../pages/imports/imports-area').then(asDefault('ImportsArea')),
      },
    ],
  },
];

export const isArea = (link: Area | ForeignLink): link is Area => 'path' in link;

export const AREAS: Area[] = AREA_GROUPS.flatMap(({ links }) => links.filter(isArea));

/** Pages that other pages lead to. They have the whole width: the menu of the shop does not stand beside them. */
export const PAGES_BEYOND_MENU: ShopPage[] = [
  {
    path: 'products/:documentId',
    permissions: EDIT_VARIATIONS,
    load: () => import('../pages/product/product-area').then(asDefault('ProductArea')),
  },
];

function asDefault<Name extends string>(name: Name) {
  return (module: Record<Name, ComponentType>) => ({ default: module[name] });
}
