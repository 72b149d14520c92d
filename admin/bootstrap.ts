import type { StrapiApp } from '@strapi/strapi/admin';

import { lockReadOnlyFields } from './content-manager/lock-read-only-fields';
import { VariationsPanel } from './panels/variations-panel';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

export function bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
  app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', lockReadOnlyFields);

  const { addEditViewSidePanel } = app.getPlugin('content-manager')
    .apis as unknown as ContentManagerApis;
  addEditViewSidePanel([VariationsPanel]);
}
