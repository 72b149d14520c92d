import { UIDS } from '../../../content-types/uids';
import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

const PRODUCT = '/products/:documentId';

const READ = 'plugin::content-manager.explorer.read';
const UPDATE = 'plugin::content-manager.explorer.update';

/** Beside a product's form the Content Manager's own rights count; the tabs have one of ours. */
export const productPanelRoutes = [
  adminRoute('GET', '/product-options', 'adminProductPanel.choices', [READ, UIDS.product]),
  adminRoute('POST', '/products/plan', 'adminProductPanel.plan', [UPDATE, UIDS.product]),
  adminRoute('GET', `${PRODUCT}/summary`, 'adminProductPanel.summary', [
    READ,
    UIDS.productVariation,
  ]),
  adminRoute(
    'GET',
    `${PRODUCT}/pictures`,
    'adminProductPanel.pictures',
    PERMISSIONS.editVariations
  ),
  adminRoute(
    'PUT',
    `${PRODUCT}/pictures`,
    'adminProductPanel.savePictures',
    PERMISSIONS.editVariations
  ),
  adminRoute('GET', `${PRODUCT}/prices`, 'adminProductPanel.prices', PERMISSIONS.editVariations),
];
