import { UIDS } from '../../../content-types/uids';
import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

const BATCHES = '/discount-codes/batches';

/** Beside the shop's own permission the host's on the type, as if each code were handled by hand. */
const generating = (right: string): [string, string][] => [
  [`plugin::content-manager.explorer.${right}`, UIDS.discountCode],
];

const { generateCodes, seeCodeUses } = PERMISSIONS;

export const discountCodeRoutes = [
  adminRoute('GET', BATCHES, 'adminDiscountCodes.batches', generateCodes),
  adminRoute('GET', '/discount-codes/templates', 'adminDiscountCodes.templates', generateCodes),
  adminRoute('POST', `${BATCHES}/preview`, 'adminDiscountCodes.preview', generateCodes),
  adminRoute(
    'POST',
    BATCHES,
    'adminDiscountCodes.generate',
    generateCodes,
    ...generating('create')
  ),
  adminRoute('POST', `${BATCHES}/csv`, 'adminDiscountCodes.csv', generateCodes),
  adminRoute(
    'PUT',
    `${BATCHES}/active`,
    'adminDiscountCodes.switchBatch',
    generateCodes,
    ...generating('update')
  ),
  adminRoute(
    'POST',
    `${BATCHES}/delete`,
    'adminDiscountCodes.deleteBatch',
    generateCodes,
    ...generating('delete')
  ),
  adminRoute('POST', '/discount-codes/check', 'adminDiscountCodes.check', seeCodeUses),
  adminRoute('GET', '/discount-codes/:documentId/uses', 'adminDiscountCodes.uses', seeCodeUses),
];
