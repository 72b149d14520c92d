import { Divider } from '@strapi/design-system';
import { SubNav } from '@strapi/strapi/admin';

import { useText } from '../text/use-text';
import { useShopMenu } from './use-shop-menu';

/** The menu of the shop, beside its pages. */
export function ShopNav() {
  const text = useText();
  return (
    <SubNav.Main aria-label={text('plugin.name')}>
      <SubNav.Header label={text('plugin.name')} />
      <Divider />
      <SubNav.Content>
        <SubNav.Sections>
          {useShopMenu().map(({ title, links }) => (
            <SubNav.Section key={title} label={text(title)}>
              {links.map((link) => (
                <SubNav.Link key={link.to} to={link.to} label={text(link.title)} />
              ))}
            </SubNav.Section>
          ))}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
}
