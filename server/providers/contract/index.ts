export { testCartCarrier } from './cart-carrier';
export { testInventoryProvider, type InventorySuiteOptions } from './inventory';
export { testPaymentProvider, type PaymentSuiteOptions } from './payment';
export { testShippingProvider, type ShippingSuiteOptions } from './shipping';
export type { SuiteOptions } from './suite';
export { testTaxProvider, type TaxSuiteOptions } from './tax';
