import type { ContentManagerPlugin, PanelComponent } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';

import { hideCarriedFields } from './content-manager/hide-carried-fields';
import { lockReadOnlyFields } from './content-manager/lock-read-only-fields';
import { VariationsPanel } from './panels/variations-panel';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

export function bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
  app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', lockReadOnlyFields);
  app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', hideCarriedFields);

  const { addEditViewSidePanel } = app.getPlugin('content-manager')
    .apis as unknown as ContentManagerApis;
  addEditViewSidePanel(belowTheButtons(VariationsPanel));
}

/** Right below Save and Publish, above the panels that an editor of products needs less. */
function belowTheButtons(ours: PanelComponent) {
  return (panels: PanelComponent[]): PanelComponent[] => [
    ...panels.filter(({ type }) => type === 'actions'),
    ours,
    ...panels.filter(({ type }) => type !== 'actions'),
  ];
}
