import { Menu } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';

import { useFindSavedViewsQuery } from '../../../api/saved-views';
import { useText } from '../../../text/use-text';
import { isFiltered, sameFilters } from '../orders-query';
import { useOrdersAddress } from '../use-orders-address';
import { EditView } from './edit-view';
import { SaveView } from './save-view';
import { UpdateView } from './update-view';

/** The views that editors keep: to open one, and to keep what is seen now. */
export function SavedViews() {
  const text = useText();
  const navigate = useNavigate();
  const { filters, view, viewLink } = useOrdersAddress();
  const { data: views = [], isError } = useFindSavedViewsQuery(undefined);
  const open = views.find(({ id }) => id === view);
  const isChanged = open !== undefined && !sameFilters(filters, open.filters);
  const groups = [
    { title: text('orders.view.own'), views: views.filter(({ own }) => own) },
    { title: text('orders.view.shared'), views: views.filter(({ own }) => !own) },
  ].filter((group) => group.views.length > 0);

  return (
    <>
      {groups.length > 0 && (
        <Menu.Root>
          <Menu.Trigger size="S" variant="tertiary">
            {open?.name ?? text('orders.view.saved')}
          </Menu.Trigger>
          <Menu.Content zIndex={1} maxHeight="40rem">
            {groups.flatMap((group) => [
              <Menu.Label key={group.title}>{group.title}</Menu.Label>,
              ...group.views.map((one) => (
                <Menu.Item
                  key={one.id}
                  onSelect={() => {
                    navigate(viewLink(one.filters, one.id));
                  }}
                >
                  {one.own
                    ? one.name
                    : text('orders.view.by', { name: one.name, owner: one.owner })}
                </Menu.Item>
              )),
            ])}
          </Menu.Content>
        </Menu.Root>
      )}
      {open?.own && (isChanged ? <UpdateView view={open} /> : <EditView view={open} />)}
      {isFiltered(filters) && (!open || isChanged) && !isError && <SaveView />}
    </>
  );
}
