import type {
  CustomerDataDto,
  CustomerOrderDto,
  ErasedDto,
  FoundCustomerDto,
  OtherOrdersDto,
  SavedAddressDto,
} from '../contracts/customers';
import type { CustomerData, Erased } from '../domain/customers/customer-data';
import type { FoundCustomer } from '../domain/customers/found-customers';
import type { OtherOrders } from '../domain/customers/other-orders';
import type { SavedAddress } from '../domain/customers/saved-addresses';
import { formatAmount } from '../domain/money/format';
import type { Order } from '../domain/orders/order';
import { presentOrder } from './present-order';

export function presentAddress(saved: SavedAddress): SavedAddressDto {
  const { id, address, defaultBilling, defaultShipping } = saved;
  return { id, address, defaultBilling, defaultShipping };
}

/** Without secret links: what is exported goes through many hands. */
export function presentCustomerData(data: CustomerData): CustomerDataDto {
  return {
    email: data.email,
    addresses: data.addresses.map(presentAddress),
    remembered: data.remembered.map(({ expiresAt, ...customer }) => ({
      ...customer,
      expiresAt: expiresAt.toISOString(),
    })),
    carts: data.carts.map(({ cart, lines }) => ({
      status: cart.status,
      email: cart.details.email,
      billing: cart.details.billing,
      shipping: cart.details.shipping,
      instructions: cart.details.instructions,
      discountCode: cart.discountCode,
      termsAcceptedAt: cart.details.termsAcceptedAt?.toISOString() ?? null,
      updatedAt: cart.updatedAt.toISOString(),
      items: lines.map(({ sku, description, quantity, data: own }) => ({
        sku,
        description,
        quantity,
        data: own,
      })),
    })),
    orders: data.orders.map(presentCustomerOrder),
    ratings: data.ratings.map(({ productDocumentId, value, ratedAt }) => ({
      product: productDocumentId,
      value,
      ratedAt: ratedAt.toISOString(),
    })),
    mails: data.mails.map(({ sentAt, ...mail }) => ({ ...mail, sentAt: sentAt.toISOString() })),
  };
}

export function presentFoundCustomer(found: FoundCustomer): FoundCustomerDto {
  const { account, email, orders, lastOrderAt, prefill } = found;
  const { billing, shipping } = prefill;
  return {
    ...{ account, email, orders, billing, shipping },
    lastOrderAt: lastOrderAt?.toISOString() ?? null,
  };
}

export function presentOtherOrders(others: OtherOrders): OtherOrdersDto {
  return {
    ...others,
    latest: others.latest.map(({ placedAt, total, ...order }) => ({
      ...order,
      placedAt: placedAt.toISOString(),
      total: formatAmount(total, order.currency),
    })),
    spent: others.spent.map(({ currency, amount }) => ({
      currency,
      amount: formatAmount(amount, currency),
    })),
  };
}

function presentCustomerOrder(order: Order): CustomerOrderDto {
  const { token: _, ...shown } = presentOrder(order, '');
  return {
    ...shown,
    // What the shopper had written on a line is theirs as well.
    items: shown.items.map((item, index) => ({ ...item, data: order.lines[index]?.data ?? null })),
    termsAcceptedAt: order.termsAcceptedAt?.toISOString() ?? null,
    creditNotes: order.refunds.flatMap(({ creditNote }) => creditNote?.number ?? []),
  };
}

export function presentErased({
  orders,
  carts,
  addresses,
  remembered,
  ratings,
}: Erased): ErasedDto {
  return { orders, carts, addresses, remembered, ratings };
}
