import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import { PLUGIN_ID, UIDS } from '../../../content-types/uids';
import type { FirstStepName } from '../../../server/contracts/first-steps';
import { RUN_IMPORTS, type NeededPermission } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';

interface StepLink {
  to: string;
  label: TextKey;
  permissions?: NeededPermission[];
}

const create = (uid: string) => `/content-manager/collection-types/${uid}/create`;
const settings = (page: string) => `/settings/${PLUGIN_ID}/${page}`;

/** Where a step is done. Two of them are done right here. */
const LINKS: Record<FirstStepName, StepLink[]> = {
  'details': [{ to: settings('details'), label: 'steps.details-link' }],
  'options': [{ to: create(UIDS.productOption), label: 'steps.options-link' }],
  'product': [
    { to: create(UIDS.product), label: 'steps.product-link' },
    {
      to: `/plugins/${PLUGIN_ID}/imports`,
      label: 'steps.product-import',
      permissions: RUN_IMPORTS,
    },
  ],
  'delivery': [
    { to: settings('shipping'), label: 'steps.delivery-shipping' },
    { to: settings('taxes'), label: 'steps.delivery-taxes' },
  ],
  'test-order': [],
  'front-end': [],
  'staff': [
    { to: '/settings/users?page=1&pageSize=10&sort=firstname', label: 'steps.staff-link' },
    {
      to: '/settings/roles',
      label: 'steps.staff-roles',
      permissions: [{ action: 'admin::roles.read', subject: null }],
    },
  ],
};

export function StepLinks({ name, isMain }: { name: FirstStepName; isMain: boolean }) {
  const text = useText();
  const isGranted = useGranted();
  const links = LINKS[name].filter(({ permissions }) => !permissions || isGranted(permissions));
  return links.map(({ to, label }, index) => (
    <LinkButton
      key={to}
      tag={Link}
      to={to}
      size="S"
      variant={isMain && index === 0 ? 'default' : 'tertiary'}
    >
      {text(label)}
    </LinkButton>
  ));
}
