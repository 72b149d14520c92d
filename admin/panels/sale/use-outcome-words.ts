import type { SalePreviewRowDto } from '../../../server/contracts/sale-preview';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { useRivalName } from './use-rival-name';

type Outcome = SalePreviewRowDto['outcome'];

const WORDS: Record<Exclude<Outcome, 'reduced' | 'outbid'>, TextKey> = {
  no_price: 'sale.outcome.no-price',
  not_below: 'sale.outcome.not-below',
  not_valid: 'sale.outcome.not-valid',
  left: 'sale.outcome.left',
};

/** Why the sale does not set a price; of one that it sets, whose it takes over. '' says nothing. */
export function useOutcomeWords() {
  const text = useText();
  const nameOf = useRivalName();
  return ({ outcome, rival }: SalePreviewRowDto): string => {
    const name = rival ? nameOf(rival.sale) : '';
    if (outcome === 'reduced') return rival ? text('sale.outcome.instead-of', { name }) : '';
    return outcome === 'outbid' ? text('sale.outcome.outbid', { name }) : text(WORDS[outcome]);
  };
}
