import { Divider } from '@strapi/design-system';
import { SubNav } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../../content-types/uids';
import { useText } from '../text/use-text';
import { AREA_GROUPS, isArea } from './areas';
import { useGranted } from './use-granted';

/** The menu of the shop. What a role may not see is not in it. */
export function ShopNav({ isFullPage = false }: { isFullPage?: boolean }) {
  const text = useText();
  const isGranted = useGranted();
  const groups = AREA_GROUPS.map(({ title, links }) => ({
    title,
    links: links.filter(({ permissions }) => isGranted(permissions)),
  })).filter(({ links }) => links.length > 0);

  return (
    <SubNav.Main aria-label={text('plugin.name')} isFullPage={isFullPage}>
      <SubNav.Header label={text('plugin.name')} />
      <Divider />
      <SubNav.Content>
        <SubNav.Sections>
          {groups.map((group) => (
            <SubNav.Section key={group.title} label={text(group.title)}>
              {group.links.map((link) => (
                <SubNav.Link
                  key={link.title}
                  to={isArea(link) ? `/plugins/${PLUGIN_ID}/${link.path}` : link.to}
                  label={text(link.title)}
                />
              ))}
            </SubNav.Section>
          ))}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
}
