import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

const IMPORT = '/imports/:id';

const imports = [
  ['GET', '/imports', 'adminImports.list'],
  ['POST', '/imports', 'adminImports.upload'],
  ['GET', '/imports/examples/:dialect.csv', 'adminImports.example'],
  ['GET', IMPORT, 'adminImports.show'],
  ['POST', `${IMPORT}/check`, 'adminImports.check'],
  ['POST', `${IMPORT}/import`, 'adminImports.import'],
  ['POST', `${IMPORT}/cancel`, 'adminImports.cancel'],
  ['GET', `${IMPORT}/report.csv`, 'adminImports.report'],
].map(([method = '', path = '', handler = '']) =>
  adminRoute(method, path, handler, PERMISSIONS.runImports)
);

export const importRoutes = [
  ...imports,
  adminRoute('GET', '/exports/products.csv', 'adminImports.export', PERMISSIONS.runExports),
];
