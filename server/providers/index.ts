export { money, type Amount } from '../domain/money/money';
export type { CartwrightConfig } from '../config';
export type { FakeCharge } from './builtin/fake-books';
export { FAKE_CARDS, type FakeBehaviour } from './builtin/fake-cards';
export {
  fakePayment,
  type FakePaymentOptions,
  type FakePaymentProvider,
} from './builtin/fake-payment';
export { fakeWebhook } from './builtin/fake-webhook';
export {
  type CartCarrier,
  type CartCarrierContext,
  type CookieOptions,
  defineCartCarrier,
} from './cart-carrier';
export {
  defineInventoryProvider,
  type ConfirmRequest,
  type InventoryItem,
  type InventoryProvider,
  type InventoryUnits,
  type ReleaseRequest,
  type ReserveAnswer,
  type ReserveRequest,
  type RestockRequest,
} from './inventory';
export {
  definePaymentProvider,
  type PaymentAnswer,
  type PaymentAnswerStatus,
  type PaymentMessage,
  type PaymentProvider,
  type PaymentQuestion,
  type PaymentRequest,
  type PaymentState,
  type PaymentStep,
  type StepAnswer,
  type WebhookRequest,
} from './payment';
export { defineSellable, type SellableMapping } from './sellable';
export {
  defineShippingProvider,
  type ShippedItem,
  type ShippingProvider,
  type ShippingQuote,
  type ShippingRequest,
} from './shipping';
export {
  defineTaxProvider,
  type Tax,
  type TaxAnswer,
  type TaxedItem,
  type TaxProvider,
  type TaxRequest,
} from './tax';
