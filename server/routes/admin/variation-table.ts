import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

const PRODUCT = '/products/:documentId';

export const variationTableRoutes = [
  ['GET', PRODUCT, 'adminVariationTable.heading'],
  ['GET', `${PRODUCT}/variations`, 'adminVariationTable.show'],
  ['PUT', `${PRODUCT}/variations`, 'adminVariationTable.save'],
].map(([method = '', path = '', handler = '']) =>
  adminRoute(method, path, handler, PERMISSIONS.editVariations)
);
