export { stripePayment, type StripeOptions } from './stripe-payment';
