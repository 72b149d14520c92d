import { UIDS } from '../../content-types/uids';
import { StatusBadge } from '../status/status-badge';
import type { StatusWord } from '../status/status-words';
import { getTranslation } from '../text/get-translation';
import { type DatedEntry, windowState, type WindowState } from './window-state';

const WORDS: Record<WindowState, StatusWord> = {
  off: { key: 'window.off', tone: 'neutral' },
  coming: { key: 'window.coming', tone: 'secondary' },
  now: { key: 'window.now', tone: 'success' },
  over: { key: 'window.over', tone: 'neutral' },
};

const DATED = [UIDS.sale, UIDS.discountCode];

/** Lists of sales and discount codes say at a glance what is active now, what is to come, and what is over. */
export function addWindowColumn<View extends { displayedHeaders: unknown[] }>(view: View): View {
  // The host does not say which list it is; its address does.
  const isDated = DATED.some((uid) => window.location.pathname.endsWith(`/${uid}`));
  if (!isDated) return view;
  const column = {
    name: 'cartwrightWindow',
    label: { id: getTranslation('window.title'), defaultMessage: 'Status' },
    searchable: false,
    sortable: false,
    cellFormatter: (entry: DatedEntry) => (
      <StatusBadge word={WORDS[windowState(entry, new Date())]} />
    ),
  };
  return { ...view, displayedHeaders: [...view.displayedHeaders, column] };
}
