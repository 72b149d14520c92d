import { Store } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../content-types/uids';
import { CHANGE_WEBHOOKS, CUSTOMER_DATA, READ_SETTINGS, REBUILD } from './permissions';
import { AREAS } from './shop/areas';
import { getTranslation } from './text/get-translation';
import { registerWidgets } from './widgets/shop-widgets';

export function register(app: StrapiApp): void {
  app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  registerWidgets(app);
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}`,
    icon: Store,
    intlLabel: { id: getTranslation('plugin.name'), defaultMessage: 'Shop' },
    permissions: AREAS.flatMap(({ permissions }) => permissions),
    // Below the Content Manager and the Media Library.
    position: 4,
    Component: () => import('./shop/shop-app').then(({ ShopApp }) => ({ default: ShopApp })),
  });
  app.addSettingsLink(
    {
      id: PLUGIN_ID,
      intlLabel: { id: getTranslation('plugin.name'), defaultMessage: 'Shop' },
    },
    [
      {
        id: `${PLUGIN_ID}-details`,
        to: `${PLUGIN_ID}/details`,
        intlLabel: { id: getTranslation('settings.details.title'), defaultMessage: 'Shop details' },
        permissions: READ_SETTINGS,
        Component: () =>
          import('./pages/settings/details-page').then(({ DetailsPage }) => ({
            default: DetailsPage,
          })),
      },
      {
        id: `${PLUGIN_ID}-taxes`,
        to: `${PLUGIN_ID}/taxes`,
        intlLabel: { id: getTranslation('settings.tax.title'), defaultMessage: 'Taxes' },
        permissions: READ_SETTINGS,
        Component: () =>
          import('./pages/settings/tax-page').then(({ TaxPage }) => ({ default: TaxPage })),
      },
      {
        id: `${PLUGIN_ID}-shipping`,
        to: `${PLUGIN_ID}/shipping`,
        intlLabel: { id: getTranslation('settings.shipping.title'), defaultMessage: 'Shipping' },
        permissions: READ_SETTINGS,
        Component: () =>
          import('./pages/settings/shipping-page').then(({ ShippingPage }) => ({
            default: ShippingPage,
          })),
      },
      {
        id: `${PLUGIN_ID}-orders`,
        to: `${PLUGIN_ID}/orders`,
        intlLabel: {
          id: getTranslation('settings.orders.title'),
          defaultMessage: 'Checkout and orders',
        },
        permissions: READ_SETTINGS,
        Component: () =>
          import('./pages/settings/orders-page').then(({ OrdersPage }) => ({
            default: OrdersPage,
          })),
      },
      {
        id: `${PLUGIN_ID}-mails`,
        to: `${PLUGIN_ID}/mails`,
        intlLabel: { id: getTranslation('settings.mails.title'), defaultMessage: 'Mails' },
        permissions: READ_SETTINGS,
        Component: () =>
          import('./pages/settings/mails-page').then(({ MailsPage }) => ({ default: MailsPage })),
      },
      {
        id: `${PLUGIN_ID}-maintenance`,
        to: `${PLUGIN_ID}/maintenance`,
        intlLabel: { id: getTranslation('maintenance.title'), defaultMessage: 'Maintenance' },
        permissions: REBUILD,
        Component: () =>
          import('./pages/maintenance/maintenance-page').then(({ MaintenancePage }) => ({
            default: MaintenancePage,
          })),
      },
      {
        id: `${PLUGIN_ID}-customer-data`,
        to: `${PLUGIN_ID}/customer-data`,
        intlLabel: { id: getTranslation('customer-data.title'), defaultMessage: 'Customer data' },
        permissions: CUSTOMER_DATA,
        Component: () =>
          import('./pages/customer-data/customer-data-page').then(({ CustomerDataPage }) => ({
            default: CustomerDataPage,
          })),
      },
      {
        id: `${PLUGIN_ID}-webhooks`,
        to: `${PLUGIN_ID}/webhooks`,
        intlLabel: { id: getTranslation('webhooks.title'), defaultMessage: 'Webhooks' },
        permissions: CHANGE_WEBHOOKS,
        Component: () =>
          import('./pages/webhooks/webhooks-page').then(({ WebhooksPage }) => ({
            default: WebhooksPage,
          })),
      },
    ]
  );
}
