import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

const { readSettings, updateSettings } = PERMISSIONS;

/** Trying things out writes nothing, but a test mail leaves the house. */
export const settingsRoutes = [
  adminRoute('GET', '/settings', 'adminSettings.show', readSettings),
  adminRoute('PUT', '/settings', 'adminSettings.save', updateSettings),
  adminRoute('POST', '/settings/try-tax', 'adminSettings.tryTax', readSettings),
  adminRoute('POST', '/settings/try-shipping', 'adminSettings.tryShipping', readSettings),
  adminRoute('POST', '/settings/next-number', 'adminSettings.nextNumber', readSettings),
  adminRoute('GET', '/settings/mails', 'adminMails.list', readSettings),
  adminRoute('POST', '/settings/mails/preview', 'adminMails.preview', readSettings),
  adminRoute('POST', '/settings/mails/test', 'adminMails.test', updateSettings),
];
