import { Store } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../content-types/uids';
import { READ_ORDERS } from './permissions';
import { getTranslation } from './text/get-translation';

export function register(app: StrapiApp): void {
  app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}`,
    icon: Store,
    intlLabel: { id: getTranslation('plugin.name'), defaultMessage: 'Shop' },
    permissions: READ_ORDERS,
    // Below the Content Manager and the Media Library.
    position: 4,
    Component: () => import('./pages/app').then(({ App }) => ({ default: App })),
  });
}
