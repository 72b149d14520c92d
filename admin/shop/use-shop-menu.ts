import { PLUGIN_ID } from '../../content-types/uids';
import { AREA_GROUPS, isArea } from './areas';
import { useGranted } from './use-granted';

/** The shop's menu for this editor: what their roles may not see is not in it. */
export function useShopMenu() {
  const isGranted = useGranted();
  return AREA_GROUPS.map(({ title, links }) => ({
    title,
    links: links
      .filter(({ permissions }) => isGranted(permissions))
      .map((link) => ({
        title: link.title,
        to: isArea(link) ? `/plugins/${PLUGIN_ID}/${link.path}` : link.to,
      })),
  })).filter(({ links }) => links.length > 0);
}
