export { money, type Amount } from '../domain/money/money';
export type { CartwrightConfig } from '../config';
export {
  definePaymentProvider,
  type PaymentAnswer,
  type PaymentProvider,
  type PaymentRequest,
} from './payment';
