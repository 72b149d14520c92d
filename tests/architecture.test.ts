import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import packageJson from '../package.json';
import { checkImports, readImports, ROOMS, type SourceFile } from './support/architecture';

const root = join(__dirname, '..');

const runtimePackages = Object.keys({
  ...packageJson.dependencies,
  ...packageJson.peerDependencies,
});

function sources(): SourceFile[] {
  const folders = ['server', 'content-types', 'admin', 'client'];
  const entries = ['strapi-server.ts', 'strapi-admin.tsx'];
  const inFolders = folders.flatMap((folder) =>
    readdirSync(root).includes(folder)
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
          .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      : []
  );
  return [...entries.filter((entry) => readdirSync(root).includes(entry)), ...inFolders].map(
    (path) => ({ path, text: readFileSync(join(root, path), 'utf8') })
  );
}

const check = (path: string, text: string) => checkImports([{ path, text }], runtimePackages);

describe('the house', () => {
  it('keeps to its dependency table', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(0);
    expect(checkImports(files, runtimePackages)).toEqual([]);
  });
});

/**
 * One line a rule: where, what is written there, and words of the reason that must come back.
 * Without a reason the line is allowed.
 */
const cases: [path: string, text: string, because?: string][] = [
  ['server/domain/money/money.ts', "import Decimal from 'decimal.js'"],
  ['server/domain/cart/add-item.ts', "import { money } from '../money/money'"],
  ['server/domain/money/money.ts', "import { z } from 'zod'", 'the domain is pure'],
  [
    'server/domain/money/money.ts',
    "import { randomUUID } from 'node:crypto'",
    'the domain is pure',
  ],
  ['server/domain/cart/x.ts', "import type { Core } from '@strapi/strapi'", 'the domain is pure'],
  [
    'server/domain/cart/x.ts',
    "import type { Row } from '../../storage/carts'",
    'the domain is pure',
  ],
  ['server/domain/cart/x.ts', "import { UIDS } from '../../../content-types/uids'", 'is pure'],
  ['server/domain/cart/x.ts', "export * from '../../services/carts'", 'the domain is pure'],
  ['server/domain/cart/x.ts', "const x = require('../../config')", 'the domain is pure'],
  ['server/domain/cart/x.ts', "const x = await import('../../config')", 'the domain is pure'],
  ['server/domain/cart/x.ts', "type X = import('../../config').Settings", 'the domain is pure'],
  ['server/domain/cart/x.ts', 'const now = new Date()', 'are arguments'],
  ['server/domain/cart/x.ts', 'const now = Date.now()', 'are arguments'],
  ['server/domain/cart/x.ts', 'const id = Math.random()', 'are arguments'],
  ['server/domain/cart/x.ts', "const x = process.env['X']", 'are arguments'],
  ['server/domain/cart/x.ts', 'const end = new Date(now); // not new Date()'],

  ['content-types/index.ts', "import { cartSchema } from './cart/schema'"],
  ['content-types/order/schema.ts', "import { STATUSES } from '../../server/domain/orders/status'"],
  ['content-types/x.ts', "import { carts } from '../server/storage/carts'", 'what is stored'],
  ['content-types/x.ts', "import type { Carts } from '../server/services/carts'", 'what is stored'],

  ['server/storage/carts.ts', "import type { Cart } from '../domain/cart/cart'"],
  ['server/storage/carts.ts', "import { type Cart } from '../domain/cart/cart'"],
  ['server/storage/carts.ts', "import { UIDS } from '../../content-types/uids'"],
  ['server/storage/carts.ts', "import { CommerceError } from '../domain/errors'"],
  ['server/storage/carts.ts', "import type { Knex } from 'knex'"],
  [
    'server/storage/carts.ts',
    "import { addItem } from '../domain/cart/add-item'",
    'never calls the',
  ],
  [
    'server/storage/carts.ts',
    "import { type A, addItem } from '../domain/cart/x'",
    'never calls the',
  ],
  ['server/storage/carts.ts', "import type { Carts } from '../services/carts'", 'never calls the'],
  ['server/storage/carts.ts', "import type { P } from '../providers/payment'", 'never calls the'],
  ['server/storage/carts.ts', "import { knex } from 'knex'", 'bundled a second time'],

  ['server/providers/shipping.ts', "import type { Cart } from '../domain/cart/cart'"],
  ['server/providers/index.ts', "export { money } from '../domain/money/money'"],
  ['server/providers/index.ts', "export type { CartwrightConfig } from '../config'"],
  ['server/providers/builtin/stock.ts', "import { takeStock } from '../../storage/stock'"],
  ['server/providers/builtin/stock.ts', "import { defineX } from '../inventory'"],
  [
    'server/providers/stock.ts',
    "import { takeStock } from '../storage/stock'",
    'data in, data out',
  ],
  ['server/providers/x.ts', "import { carts } from '../services/carts'", 'data in, data out'],
  ['server/providers/x.ts', "import { sum } from '../domain/totals/sum'", 'data in, data out'],
  ['server/providers/builtin/x.ts', "import { c } from '../../storage/carts'", 'only stock'],
  ['server/providers/contract/x.ts', "import { readTaxes } from '../../domain/taxes/read-taxes'"],
  ['server/providers/contract/x.ts', "import { p } from '../../services/pricing'", 'own reading'],
  ['server/providers/stripe/authorize.ts', "import Stripe from 'stripe'"],
  ['server/providers/stripe/authorize.ts', "import { definePaymentProvider } from '../payment'"],
  ['server/providers/stripe/x.ts', "import { z } from 'zod'", 'an entry of its own'],
  ['server/providers/stripe/x.ts', "import { c } from '../../storage/carts'", 'entry of its own'],
  ['server/providers/payment.ts', "import Stripe from 'stripe'", 'a site without Stripe'],
  ['server/services/payments.ts', "import type Stripe from 'stripe'", 'a site without Stripe'],
  ['server/providers/tax.ts', 'const rate = (ctx: Context) => ctx.state', 'the cart carrier alone'],
  [
    'server/providers/builtin/cart-session-header.ts',
    'const read = (ctx: Context) => ctx.get("x")',
  ],

  ['server/services/carts.ts', "import { addItem } from '../domain/cart/add-item'"],
  ['server/services/carts.ts', "import * as carts from '../storage/carts'"],
  ['server/services/carts.ts', "import { emit } from '../events/emit'"],
  ['server/services/carts.ts', "import { priceCart } from './pricing'"],
  ['server/services/checkout/place-order.ts', "import { take } from './take-stock'"],
  ['server/services/checkout.ts', "import { carts } from './carts'", 'call inner ones only'],
  [
    'server/services/checkout/place-order.ts',
    "import { c } from '../carts'",
    'call inner ones only',
  ],
  ['server/services/pricing.ts', "import { capture } from './payments'", 'inner services call no'],
  ['server/services/invoices.ts', "import { documentPdf } from '../templates/documents/pdf'"],
  ['server/services/documents.ts', "import { i } from './invoices'", 'inner services call no'],
  ['server/services/pricing.ts', "import type { Carts } from './carts'", 'inner services call no'],
  ['server/services/order-steps.ts', "import { x } from './payments'", 'every step of an order'],
  ['server/services/payments.ts', "import type { OrderSteps } from './order-steps'"],
  ['server/services/cart-holds.ts', "import { price } from './pricing'", 'all who sell'],
  ['server/services/placements.ts', "import type { CartHolds } from './cart-holds'"],
  ['server/services/carts.ts', "import { show } from '../controllers/carts'", 'knows no HTTP'],
  ['server/services/carts.ts', "import { shopOf } from '../compose'", 'reads, decides and writes'],
  ['server/services/carts.ts', 'const rows = strapi.db.query(uid)', 'only storage asks'],
  ['server/services/carts.ts', 'const rows = this.strapi.documents(uid)', 'only storage asks'],
  ['server/services/carts.ts', 'const { db } = strapi', 'only storage asks'],
  ['server/services/carts.ts', 'const add = (ctx: unknown) => ctx', 'a service takes values'],
  ['server/services/carts.ts', '// strapi.db and ctx are for others\nconst x = 1'],

  ['server/events/emit.ts', "import { readOutbox } from '../storage/outbox'"],
  ['server/events/emit.ts', "import { carts } from '../services/carts'", 'calls nobody back'],

  ['server/hooks/product.ts', "import { shopOf } from '../compose'"],
  ['server/hooks/product.ts', "import { UIDS } from '../../content-types/uids'"],
  [
    'server/hooks/product.ts',
    "import { save } from '../storage/products'",
    'one call of a service',
  ],
  [
    'server/hooks/product.ts',
    "import { plan } from '../domain/catalogue/x'",
    'one call of a service',
  ],

  ['server/controllers/carts.ts', "import { addItemInput } from '../validation/carts'"],
  ['server/controllers/carts.ts', "import type { Context } from 'koa'"],
  ['server/controllers/error-response.ts', "import { isCommerceError } from '../domain/errors'"],
  ['server/controllers/carts.ts', "import { load } from '../storage/carts'", 'a controller parses'],
  [
    'server/controllers/carts.ts',
    "import { sum } from '../domain/totals/x'",
    'a controller parses',
  ],
  ['server/controllers/carts.ts', "import Koa from 'koa'", 'bundled a second time'],
  [
    'server/policies/owner.ts',
    "import { load } from '../storage/orders'",
    'a policy asks a service',
  ],
  ['server/middlewares/x.ts', "import { load } from '../storage/orders'", 'before the controllers'],
  ['server/routes/store.ts', "import { load } from '../storage/orders'", 'no rule and no query'],

  ['server/contracts/cart.ts', "import type { Cart } from '../domain/cart/cart'"],
  [
    'server/contracts/cart.ts',
    "import { add } from '../domain/cart/x'",
    'the door to admin and client',
  ],
  ['server/contracts/cart.ts', "import type { C } from '../services/carts'", 'the door to admin'],
  ['server/validation/cart.ts', "import { z } from 'zod'"],
  ['server/validation/address.ts', "import { COUNTRIES } from '../domain/orders/countries'"],
  ['server/validation/cart.ts', "import { c } from '../services/carts'", 'the shape of an input'],
  ['server/templates/invoice.ts', "import { b } from '../domain/invoices/x'", 'computes nothing'],
  ['server/config.ts', "import { isCurrency } from './domain/money/currency'"],
  ['server/config.ts', "import { shopOf } from './compose'", 'before anything else is built'],
  [
    'server/compose.ts',
    "import { c } from './services/carts'; import { l } from './storage/carts'",
  ],
  ['server/compose.ts', "import { App } from '../admin/app'", 'this file wires'],
  ['strapi-server.ts', "import { register } from './server/register'"],
  ['strapi-server.ts', "import { App } from './admin/app'", 'puts the server together'],
  ['strapi-admin.tsx', "import plugin from './admin/register'"],
  ['strapi-admin.tsx', "import { shopOf } from './server/compose'", 'puts the admin together'],

  ['admin/pages/orders.tsx', "import type { Order } from '../../server/contracts/order'"],
  ['admin/pages/orders.tsx', "import { money } from '../../server/domain/money/money'"],
  ['admin/pages/orders.tsx', "import { Button } from '@strapi/design-system'"],
  ['admin/api.ts', "import { contract } from '../server/contracts/order'", 'runs in a browser'],
  ['admin/api.ts', "import type { Cart } from '../server/domain/cart/cart'", 'runs in a browser'],
  ['admin/api.ts', "import { carts } from '../server/services/carts'", 'runs in a browser'],
  ['admin/api.ts', "import fs from 'node:fs'", 'runs in a browser'],
  ['client/index.ts', "export type { Cart } from '../server/contracts/cart'"],
  ['client/index.ts', "import type { C } from '../server/services/carts'", 'runs in a storefront'],

  ['server/services/shopper.ts', "import { hashOf } from './secrets'"],
  ['server/services/secrets.ts', "import { createCarts } from './carts'", 'words that services'],
  ['server/permissions.ts', "import { shopOf } from './compose'", 'are words that routes'],
  ['server/host-utils.ts', "import { shopOf } from './compose'", "the host's toolbox"],

  ['server/utils/strings.ts', 'export const x = 1', 'has a row in the dependency table'],
];

describe('the checker', () => {
  it.each(cases.filter(([, , because]) => because !== undefined))(
    'refuses in %s: %s',
    (path, text, because) => {
      const messages = check(path, text);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(because);
    }
  );

  it.each(cases.filter(([, , because]) => because === undefined))(
    'allows in %s: %s',
    (path, text) => {
      expect(check(path, text)).toEqual([]);
    }
  );

  it('has bitten in each room of the table at least once', () => {
    const bitten = new Set(
      cases.flatMap(([path, text]) =>
        check(path, text).flatMap((message) =>
          ROOMS.filter((room) => message.endsWith(room.because)).map((room) => room.because)
        )
      )
    );
    expect(ROOMS.map((room) => room.because).filter((because) => !bitten.has(because))).toEqual([]);
  });

  it('says where, what and why in its message', () => {
    expect(check('server/domain/x.ts', "\nimport { a } from '../services/carts';")).toEqual([
      "server/domain/x.ts:2 imports '../services/carts', but the domain is pure: it imports domain and decimal.js only, so that every rule can be read and tested without a shop around it.",
    ]);
  });

  it('reads every way to name another file, and nothing from comments or strings', () => {
    const text = [
      "import a, { type B } from './1';",
      "import type { C } from './2';",
      "import './3';",
      "export * from './4';",
      "export type { D } from './5';",
      "import e = require('./6');",
      "const f = require('./7');",
      "const g = () => import('./8');",
      "type H = import('./9').H;",
      "// import i from './10';",
      'const j = "import k from \'./11\'";',
      'import {',
      '  type L,',
      "} from './12';",
    ].join('\n');
    expect(
      readImports({ path: 'x.ts', text }).map(({ specifier, typeOnly }) => [specifier, typeOnly])
    ).toEqual([
      ['./1', false],
      ['./2', true],
      ['./3', false],
      ['./4', false],
      ['./5', true],
      ['./6', false],
      ['./7', false],
      ['./8', false],
      ['./9', true],
      ['./12', true],
    ]);
  });
});
