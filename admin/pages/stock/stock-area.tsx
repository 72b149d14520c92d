import { Box, Tabs } from '@strapi/design-system';
import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';

import { useFindStockQuery } from '../../api/stock';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { MovementsTab } from './movements-tab';
import { ShelfTab } from './shelf-tab';
import { SHELVES, type StockAddress, stockQuery, type StockTab, tabOf } from './stock-address';
import type { TextKey } from '../../text/get-translation';

const TABS: [StockTab, TextKey][] = [
  ['all', 'stock.tab.all'],
  ['low', 'stock.tab.low'],
  ['out', 'stock.tab.out'],
  ['uncounted', 'stock.tab.uncounted'],
  ['movements', 'stock.tab.movements'],
];

/** What is left of everything, and how it came and went. */
export function StockArea() {
  const text = useText();
  const { number } = useFormats();
  const [{ query: address }, setAddress] = useQueryParams<StockAddress>();
  const tab = tabOf(address);
  // The same question as the shelf's own, so it is asked once.
  const shelf = tab === 'movements' ? 'all' : tab;
  const { data } = useFindStockQuery(stockQuery(address, shelf), { skip: tab === 'movements' });
  const shelves = data?.meta.shelves;
  // Filters belong to their tab; what is searched for goes along from shelf to shelf.
  const open = (next: string) => {
    const { _q, sort, pageSize } = address;
    const kept = next === 'movements' ? { pageSize } : { _q, sort, pageSize };
    setAddress({ ...NO_FILTERS, ...kept, tab: next, page: 1 });
  };

  return (
    <Page.Main>
      <Page.Title>{text('stock.title')}</Page.Title>
      <Layouts.Header title={text('stock.title')} subtitle={text('stock.subtitle')} />
      <Layouts.Content>
        <Tabs.Root variant="simple" value={tab} onValueChange={open}>
          <Box overflow="auto" marginBottom={4}>
            <Tabs.List aria-label={text('stock.title')}>
              {TABS.map(([name, key]) => (
                <Tabs.Trigger key={name} value={name}>
                  {text(key)}
                  {name !== 'movements' && shelves ? ` (${number(shelves[name])})` : ''}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </Box>
          {SHELVES.map((shelf) => (
            <Tabs.Content key={shelf} value={shelf}>
              <ShelfTab shelf={shelf} />
            </Tabs.Content>
          ))}
          <Tabs.Content value="movements">
            <MovementsTab />
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

const NO_FILTERS: StockAddress = {
  _q: '',
  sort: '',
  reason: '',
  reference: '',
  from: '',
  to: '',
};
