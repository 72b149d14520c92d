import type { RivalDto } from '../../../server/contracts/sale-preview';
import { useText } from '../../text/use-text';

/** What another sale is called; prices that were set by hand have no name of their own. */
export function useRivalName() {
  const text = useText();
  return (sale: RivalDto['sale']) =>
    sale === null ? text('sale.by-hand') : sale.title || text('sale.untitled');
}
