import { type CartwrightConfig, fakePayment } from 'strapi-plugin-cartwright/providers';

type Env = (key: string, fallback?: string) => string;

const cartwright: CartwrightConfig = {
  currency: 'USD',
  optionTypes: ['Size', 'Colour'],
  // A field of the demo's own: src/extensions/cartwright adds it to the product.
  catalog: { extraFields: ['material'] },
  shipping: {
    options: [{ code: 'standard', label: 'Standard delivery', amount: '4.95', freeFrom: '75.00' }],
  },
  // A content type of the demo's own, in src/api/course: two evenings in the workshop.
  sellables: {
    'api::course.course': {
      title: 'title',
      price: 'fee',
      sku: 'number',
      stock: 'seats',
      image: 'picture',
      url: ({ slug }: { slug: string }) => `/courses/${slug}`,
    },
  },
  // Fake cards, to try the checkout with: docs/providers/fake.md. No money moves, whatever NODE_ENV says.
  providers: { payments: [fakePayment({ allowInProduction: true })] },
  tax: { rates: [{ country: '*', rate: '8.25', label: 'Sales tax' }] },
};

export default ({ env }: { env: Env }) => ({
  'users-permissions': {
    config: { jwtSecret: env('JWT_SECRET', 'playground-jwt-secret') },
  },
  'cartwright': { enabled: true, config: cartwright },
});
