import { Box, MenuItem, SimpleMenu } from '@strapi/design-system';
import { RESPONSIVE_DEFAULT_SPACING } from '@strapi/strapi/admin';
import type { ComponentProps } from 'react';
import { NavLink } from 'react-router-dom';

import { useText } from '../text/use-text';
import { useShopMenu } from './use-shop-menu';

/** The same menu, folded up: on a small screen the pages need the room. */
export function CompactNav() {
  const text = useText();
  const links = useShopMenu().flatMap((group) => group.links);
  return (
    <Box
      tag="nav"
      aria-label={text('plugin.name')}
      paddingLeft={RESPONSIVE_DEFAULT_SPACING}
      paddingRight={RESPONSIVE_DEFAULT_SPACING}
      paddingTop={4}
    >
      <SimpleMenu variant="tertiary" label={text('nav.menu')}>
        {links.map(({ to, title }) => (
          <MenuItem key={to} {...linkTo(to)}>
            {text(title)}
          </MenuItem>
        ))}
      </SimpleMenu>
    </Box>
  );
}

/** The design system's types do not infer the props of `tag` here. */
const linkTo = (to: string) =>
  ({ isLink: true, tag: NavLink, to }) as unknown as ComponentProps<typeof MenuItem>;
