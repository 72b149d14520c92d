import type { MovementReason, StockRowDto } from '../../../server/contracts/stock';
import type { StatusWord } from '../../status/status-words';
import type { TextKey } from '../../text/get-translation';

/** In the order in which they are offered. */
export const ADJUSTMENT_REASONS = {
  received: 'stock.reason.received',
  counted: 'stock.reason.counted',
  returned: 'stock.reason.returned',
  damaged: 'stock.reason.damaged',
  lost: 'stock.reason.lost',
  other: 'stock.reason.other',
} as const satisfies Partial<Record<MovementReason, TextKey>>;

export const MOVEMENT_REASONS: Record<MovementReason, TextKey> = {
  order: 'stock.reason.order',
  cancelled: 'stock.reason.cancelled',
  edited: 'stock.reason.edited',
  ...ADJUSTMENT_REASONS,
};

/** A reason in words; one that a site has written itself stays as it is. */
export function reasonKey(reason: string): TextKey | null {
  return (MOVEMENT_REASONS as Partial<Record<string, TextKey>>)[reason] ?? null;
}

/** How much of a thing there is, where that needs saying. */
export function levelOf(stock: number | null, threshold: number | null): StatusWord | null {
  if (stock === null) return { key: 'stock.level.uncounted', tone: 'neutral' };
  if (stock === 0) return { key: 'stock.level.out', tone: 'danger' };
  if (threshold !== null && stock <= threshold) return { key: 'stock.level.low', tone: 'warning' };
  return null;
}

/** "M · Red" */
export const optionsText = ({ options }: Pick<StockRowDto, 'options'>) =>
  options.map(({ value }) => value).join(' · ');

/** What a thing is called in full, where nothing stands around it: "Linen shirt, M · Red". */
export function fullName({ product, sku, documentId, ...row }: StockRowDto): string {
  return [product.title ?? sku ?? documentId, optionsText(row)].filter(Boolean).join(', ');
}
