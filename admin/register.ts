import { Store } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../content-types/uids';
import { CHANGE_WEBHOOKS, REBUILD } from './permissions';
import { AREAS } from './shop/areas';
import { getTranslation } from './text/get-translation';

export function register(app: StrapiApp): void {
  app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
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
