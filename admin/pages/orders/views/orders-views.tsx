import { TabLink, TabLinks } from '../../../components/tab-link';
import { useText } from '../../../text/use-text';
import { sameFilters } from '../orders-query';
import { useOrdersAddress } from '../use-orders-address';
import { BUILT_IN_VIEWS } from './built-in-views';

/** The views that the shop brings. */
export function OrdersViews() {
  const text = useText();
  const { filters, view, viewLink } = useOrdersAddress();
  return (
    <TabLinks label={text('orders.views')}>
      {BUILT_IN_VIEWS.map((builtIn) => (
        <TabLink
          key={builtIn.title}
          to={viewLink(builtIn.filters)}
          aria-current={!view && sameFilters(filters, builtIn.filters) ? 'page' : undefined}
        >
          {text(builtIn.title)}
        </TabLink>
      ))}
    </TabLinks>
  );
}
