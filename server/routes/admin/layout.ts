import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

const PAGE = '/layout/pages/:page';

/** What a role may do to the blocks themselves, in which language and to which fields, is asked with each request. */
export const layoutRoutes = [
  ['GET', '/layout/pages', 'adminLayout.pages'],
  ['GET', PAGE, 'adminLayout.open'],
  ['PUT', PAGE, 'adminLayout.save'],
  ['POST', `${PAGE}/publish`, 'adminLayout.publish'],
  ['POST', `${PAGE}/discard`, 'adminLayout.discard'],
  ['POST', '/layout/view', 'adminLayout.view'],
  ['POST', '/layout/preview', 'adminLayout.share'],
].map(([method = '', path = '', handler = '']) =>
  adminRoute(method, path, handler, PERMISSIONS.composeLayout)
);
