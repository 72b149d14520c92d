import type { CartwrightConfig } from 'strapi-plugin-cartwright/providers';

type Env = (key: string, fallback?: string) => string;

const cartwright: CartwrightConfig = {
  currency: 'USD',
  optionTypes: ['Size', 'Colour'],
  shipping: {
    options: [{ code: 'standard', label: 'Standard delivery', amount: '4.95', freeFrom: '75.00' }],
  },
  tax: { rates: [{ country: '*', rate: '8.25', label: 'Sales tax' }] },
};

export default ({ env }: { env: Env }) => ({
  'users-permissions': {
    config: { jwtSecret: env('JWT_SECRET', 'playground-jwt-secret') },
  },
  'cartwright': { enabled: true, config: cartwright },
});
