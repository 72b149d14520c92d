import { Graph, GridFour, PriceTag, ShoppingCart, TrendUp } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

import { PLUGIN_ID } from '../../content-types/uids';
import {
  type NeededPermission,
  READ_CARTS,
  READ_FIGURES,
  READ_ORDERS,
  READ_STOCK,
} from '../permissions';
import { getTranslation, type TextKey } from '../text/get-translation';

type WidgetArgs = Extract<Parameters<StrapiApp['widgets']['register']>[0], { id: string }>;

interface ShopWidget {
  id: string;
  icon: NonNullable<WidgetArgs['icon']>;
  title: TextKey;
  /** Where there is more of it. */
  link?: { label: TextKey; href: string };
  permissions: NeededPermission[];
  component: () => Promise<ComponentType>;
}

/** What the shop shows on the home page; a role without the permission does not see it. */
const WIDGETS: ShopWidget[] = [
  {
    id: 'revenue',
    icon: TrendUp,
    title: 'figures.revenue',
    permissions: READ_FIGURES,
    component: async () => (await import('./revenue-widget')).RevenueWidget,
  },
  {
    id: 'to-ship',
    icon: PriceTag,
    title: 'figures.to-ship',
    link: { label: 'figures.all-to-ship', href: `/plugins/${PLUGIN_ID}/orders?toShip=true` },
    permissions: READ_ORDERS,
    component: async () => (await import('./to-ship-widget')).ToShipWidget,
  },
  {
    id: 'best-sellers',
    icon: Graph,
    title: 'figures.best-sellers',
    permissions: READ_FIGURES,
    component: async () => (await import('./best-sellers-widget')).BestSellersWidget,
  },
  {
    id: 'low-stock',
    icon: GridFour,
    title: 'figures.low-stock',
    link: { label: 'figures.to-stock', href: `/plugins/${PLUGIN_ID}/stock` },
    permissions: READ_STOCK,
    component: async () => (await import('./low-stock-widget')).LowStockWidget,
  },
  {
    id: 'abandoned-carts',
    icon: ShoppingCart,
    title: 'figures.abandoned',
    link: { label: 'figures.all-carts', href: `/plugins/${PLUGIN_ID}/carts?state=abandoned` },
    permissions: READ_CARTS,
    component: async () => (await import('./abandoned-carts-widget')).AbandonedCartsWidget,
  },
];

/** The host has the text when the page is shown. */
const words = (key: TextKey) => ({ id: getTranslation(key), defaultMessage: key });

export function registerWidgets({ widgets }: Pick<StrapiApp, 'widgets'>): void {
  widgets.register(
    WIDGETS.map(({ title, link, permissions, ...widget }) => ({
      ...widget,
      pluginId: PLUGIN_ID,
      title: words(title),
      ...(link ? { link: { label: words(link.label), href: link.href } } : {}),
      permissions: permissions.map(({ action, subject }) => ({ action, subject: subject ?? null })),
    }))
  );
}
