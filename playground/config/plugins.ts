import type { CartwrightConfig } from 'strapi-plugin-cartwright/providers';

type Env = (key: string, fallback?: string) => string;

const cartwright: CartwrightConfig = {
  currency: 'USD',
  optionTypes: ['Size', 'Colour'],
};

export default ({ env }: { env: Env }) => ({
  'users-permissions': {
    config: { jwtSecret: env('JWT_SECRET', 'playground-jwt-secret') },
  },
  cartwright: { enabled: true, config: cartwright },
});
