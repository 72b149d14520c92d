import type { ContentManagerPlugin, PanelComponent } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';

import { addWindowColumn } from './content-manager/add-window-column';
import { GenerateCodesLink } from './content-manager/generate-codes-link';
import { hideCarriedFields } from './content-manager/hide-carried-fields';
import { lockReadOnlyFields } from './content-manager/lock-read-only-fields';
import { CodePanel } from './panels/discount-code/code-panel';
import { SalePanel } from './panels/sale/sale-panel';
import { VariationsPanel } from './panels/variations-panel';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

export function bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
  app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', lockReadOnlyFields);
  app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', hideCarriedFields);

  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', addWindowColumn);

  const contentManager = app.getPlugin('content-manager');
  contentManager.injectComponent('listView', 'actions', {
    name: 'cartwright-generate-codes',
    Component: GenerateCodesLink,
  });
  const { addEditViewSidePanel } = contentManager.apis as unknown as ContentManagerApis;
  addEditViewSidePanel(belowTheButtons(VariationsPanel));
  addEditViewSidePanel(belowTheButtons(SalePanel));
  addEditViewSidePanel(belowTheButtons(CodePanel));
}

/** Right below Save and Publish, above the panels that an editor of products needs less. */
function belowTheButtons(ours: PanelComponent) {
  return (panels: PanelComponent[]): PanelComponent[] => [
    ...panels.filter(({ type }) => type === 'actions'),
    ours,
    ...panels.filter(({ type }) => type !== 'actions'),
  ];
}
