import { CommerceError } from '../errors';

export type OrderStatus = 'open' | 'completed' | 'cancelled';

/** Which status may follow which (rule 8.6). */
const STEPS: Record<OrderStatus, readonly OrderStatus[]> = {
  open: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

/** @throws CommerceError status_not_allowed `{from, to, allowed}` */
export function checkOrderStep(from: OrderStatus, to: OrderStatus): void {
  const allowed = STEPS[from];
  if (allowed.includes(to)) return;
  throw statusNotAllowed(from, to, allowed);
}

export function statusNotAllowed(
  from: string,
  to: string,
  allowed: readonly string[]
): CommerceError {
  const legal =
    allowed.length > 0 ? `possible from here: ${allowed.join(', ')}` : 'nothing follows it';
  return new CommerceError('status_not_allowed', `"${to}" cannot follow "${from}" (${legal})`, {
    from,
    to,
    allowed,
  });
}
