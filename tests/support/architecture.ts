import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

import ts from 'typescript';

/** A file as the checker sees it: its path from the root, with slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface Import {
  specifier: string;
  /** Nothing of it is left at run time: `import type`, `export type`, `import('x').T`. */
  typeOnly: boolean;
  line: number;
}

/** A place that a rule lets in: by its path from the root; `type` lets in types only. */
interface Door {
  to: string;
  as: 'value' | 'type';
}

export interface Room {
  /** A folder or a file, from the root and without its ending. The longest one that fits a file is its room. */
  at: string;
  /** What it may import beside itself. */
  may: Door[];
  /** Packages that it may import; without it, all that the package depends on. */
  packages?: string[];
  /** Why it is so: the second half of the message when the rule is broken. */
  because: string;
}

const value = (...places: string[]): Door[] => places.map((to) => ({ to, as: 'value' }));
const type = (...places: string[]): Door[] => places.map((to) => ({ to, as: 'type' }));

/** Anything of the domain as a type; as a value only what makes an amount and what makes an error. */
const words = [
  ...type('server/domain', 'server/config'),
  ...value('server/domain/money', 'server/domain/errors'),
];

/** The services that the outer ones may call. They call no service themselves. */
export const INNER_SERVICES = [
  'pricing',
  'payments',
  'catalogue',
  'cart-writes',
  'placements',
  'popularity',
  'inventory',
  'documents',
];

/** What all services speak of: who asks and how, and secret tokens. No use case stands in them. */
const SHARED_WORDS = ['server/services/shopper', 'server/services/secrets'];

/** The one transaction that every step in the life of an order is; services that move an order stand on it. */
const ORDER_STEPS = 'server/services/order-steps';

/** What carts keep from each other: whoever reads, writes or orders a cart stands on it. */
const CART_HOLDS = 'server/services/cart-holds';

const innerServices = INNER_SERVICES.map((name) => `server/services/${name}`);
const belowServices = [
  ...value('server/domain', 'server/storage', 'server/providers', 'server/events'),
  ...value('server/templates'),
  ...value('content-types/uids', ...SHARED_WORDS, ORDER_STEPS, CART_HOLDS),
  ...type('server/config'),
];
const frontRooms = [
  ...words,
  ...value('server/compose', 'server/services', 'server/validation', 'server/contracts'),
];
const everything = value('server', 'content-types');

/** The dependency table of the house, row by row. */
export const ROOMS: Room[] = [
  {
    at: 'server/domain',
    may: [],
    packages: ['decimal.js'],
    because:
      'the domain is pure: it imports domain and decimal.js only, so that every rule can be read and tested without a shop around it.',
  },
  {
    at: 'content-types',
    may: value('server/domain'),
    packages: ['@strapi/*'],
    because:
      'content-types says what is stored: schemas, uids and constants of the domain, never services or storage.',
  },
  {
    at: 'server/storage',
    may: [...words, ...value('content-types')],
    because:
      'storage never calls the domain, services or providers: it takes and gives domain types, so that a service is the one place to read.',
  },
  {
    at: 'server/providers',
    may: [...words, ...value('server/providers/builtin')],
    because:
      'a provider is data in, data out: it knows domain types and the value of an amount, never services or storage.',
  },
  {
    at: 'server/providers/builtin',
    may: [
      ...value('server/domain', 'server/providers', 'server/storage/stock'),
      ...type('server/config'),
    ],
    because:
      "a built-in provider gives the domain's rules the form of a contract; only stock is read from storage.",
  },
  {
    at: 'server/providers/contract',
    may: value('server/domain', 'server/providers'),
    because:
      "a contract suite holds a provider against the domain's own reading of its answers, as the shop does.",
  },
  {
    at: 'server/providers/stripe',
    may: value('server/domain', 'server/providers'),
    packages: ['stripe'],
    because:
      'the Stripe provider is an entry of its own: it knows the contract, amounts and the SDK, and nothing of the shop.',
  },
  {
    at: 'server/services',
    may: [...belowServices, ...value(...innerServices)],
    because:
      'a service reads, decides and writes with domain, storage, providers and events; it knows no HTTP, and outer services call inner ones only (pricing, payments, catalogue, cart-writes, placements, popularity, inventory, documents).',
  },
  ...SHARED_WORDS.map((at) => ({
    at,
    may: [...type('server/storage'), ...value('server/domain', ...SHARED_WORDS)],
    because: 'words that services share stand below them all.',
  })),
  {
    at: ORDER_STEPS,
    may: belowServices,
    because:
      'every step of an order is decided by who calls it: the transaction itself knows storage, domain and events.',
  },
  {
    at: CART_HOLDS,
    may: belowServices,
    because: 'what carts keep is asked by all who sell: it knows storage and domain alone.',
  },
  ...innerServices.map((at) => ({
    at,
    may: belowServices,
    because: 'inner services call no other service, so that every call chain ends after two steps.',
  })),
  {
    at: 'server/events',
    may: [...words, ...value('server/storage'), ...type('server/contracts')],
    because:
      'an event is a fact that was recorded: it is written by storage and made of domain types, and it calls nobody back.',
  },
  {
    at: 'server/hooks',
    may: [...frontRooms, ...value('content-types', 'server/host-utils')],
    because:
      "a hook turns an editor's save into one call of a service; storage and domain functions are the service's business.",
  },
  {
    at: 'server/controllers',
    // What the Content Manager lets a role do is asked by type, and refused with the host's own error.
    may: [...frontRooms, ...value('server/permissions', 'content-types/uids', 'server/host-utils')],
    because:
      "a controller parses, calls one service function and presents; storage and domain functions are the service's business.",
  },
  {
    at: 'server/policies',
    may: frontRooms,
    because: 'a policy asks a service, as a controller does.',
  },
  {
    at: 'server/middlewares',
    may: frontRooms,
    because: 'a middleware stands before the controllers and knows no more than they do.',
  },
  {
    at: 'server/routes',
    may: [
      ...frontRooms,
      ...value('server/controllers', 'server/policies', 'server/permissions', 'content-types'),
    ],
    because: 'routes name controllers and policies; they hold no rule and no query.',
  },
  {
    at: 'server/contracts',
    may: type('server/domain'),
    because:
      'contracts are the door to admin and client: request and response types made of domain types, with nothing of the server behind them.',
  },
  {
    at: 'server/validation',
    may: [...type('server/config'), ...value('server/domain', 'content-types', 'server/contracts')],
    because:
      'validation knows the shape of an input and nothing else: contracts, uids and the lists and limits of the domain.',
  },
  {
    at: 'server/templates',
    may: [...words, ...type('server/contracts')],
    because: 'a template turns a finished value into text; it computes nothing.',
  },
  {
    at: 'server/config',
    may: [...value('server/domain'), ...type('server/providers')],
    because: 'settings are read before anything else is built.',
  },
  {
    at: 'server/permissions',
    may: [],
    because: 'the names of permissions are words that routes and the start of the plugin share.',
  },
  {
    at: 'server/host-utils',
    may: [],
    because: "the host's toolbox is found without knowing anything of the shop.",
  },
  ...[
    'server/compose',
    'server/register',
    'server/bootstrap',
    'server/destroy',
    'server/schedule',
    'server/hide-features',
    'server/uninstall',
    'server/exposed-services',
  ].map((at) => ({
    at,
    may: everything,
    because:
      'this file wires and may import anything of the server, and nothing of admin or client.',
  })),
  {
    at: 'strapi-server',
    may: everything,
    because: 'the server entry puts the server together, and nothing of admin or client.',
  },
  {
    at: 'strapi-admin',
    may: value('admin'),
    because: 'the admin entry puts the admin together, and nothing of the server.',
  },
  {
    at: 'admin',
    may: [
      ...type('server/contracts'),
      ...value('server/domain/money', 'content-types/uids', 'package.json'),
    ],
    because:
      'the admin runs in a browser: it knows the types of contracts, amounts and uids, and calls the server over HTTP.',
  },
  {
    at: 'client',
    may: [...type('server/contracts'), ...value('server/domain/money')],
    because:
      'the client runs in a storefront: it knows the types of contracts and amounts, and calls the server over HTTP.',
  },
];

/** Words in the code itself (not in comments) that give a wrong dependency away without an import. */
interface Taboo {
  at: string;
  except?: RegExp;
  finds: (node: ts.Node) => string | undefined;
  because: string;
}

const QUERY_FUNCTIONS = ['db', 'documents', 'query', 'entityService', 'getModel'];

export const TABOOS: Taboo[] = [
  {
    at: 'server/services',
    finds: (node) => {
      if (
        ts.isPropertyAccessExpression(node) &&
        /(^|\.)strapi$/.test(node.expression.getText()) &&
        QUERY_FUNCTIONS.includes(node.name.text)
      ) {
        return `strapi.${node.name.text}`;
      }
      if (
        ts.isVariableDeclaration(node) &&
        ts.isObjectBindingPattern(node.name) &&
        node.initializer !== undefined &&
        /(^|\.)strapi$/.test(node.initializer.getText())
      ) {
        const taken = node.name.elements.map((element) =>
          (element.propertyName ?? element.name).getText()
        );
        const query = taken.find((name) => QUERY_FUNCTIONS.includes(name));
        return query && `strapi.${query}`;
      }
      return undefined;
    },
    because: 'only storage asks the database: a query has a name there, and a transaction.',
  },
  {
    at: 'server/services',
    finds: (node) => (ts.isIdentifier(node) && node.text === 'ctx' ? 'ctx' : undefined),
    because:
      'a service takes values, so that a hook, a job or a test can call it without a request.',
  },
  {
    at: 'server/controllers',
    finds: (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'shopOf') return undefined;
      const around = ts.findAncestor(node, ts.isFunctionLike);
      const isFactory = around?.parameters.some(({ name }) => name.getText() === '{ strapi }');
      return isFactory === true ? 'shopOf' : undefined;
    },
    because:
      'a controller is made once, while the shop is composed anew when its settings change: it asks inside each request.',
  },
  {
    at: 'server/providers',
    except: /\/(?:builtin\/)?(?:[\w-]*cart-(?:session|carrier)[\w-]*)\.tsx?$/,
    finds: (node) => (ts.isIdentifier(node) && node.text === 'ctx' ? 'ctx' : undefined),
    because: 'a provider is given data; the cart carrier alone sees the request.',
  },
  {
    at: 'server',
    except: /^server\/providers\/stripe\//,
    finds: (node) => {
      const named = ts.isStringLiteral(node) && node.text === 'stripe';
      const { parent } = node;
      const imports = named && (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent));
      return imports ? node.text : undefined;
    },
    because: 'a site without Stripe has no such package: the entry "./stripe" alone imports it.',
  },
  {
    at: 'server/domain',
    finds: (node) => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
        return (node.arguments?.length ?? 0) === 0 ? 'new Date()' : undefined;
      }
      if (ts.isPropertyAccessExpression(node)) {
        const text = node.getText();
        return ['Date.now', 'Math.random', 'performance.now'].includes(text) ? text : undefined;
      }
      // As a name of its own, not as somebody's property: `order.process` is fine, `process.env` is not.
      const outside = ['process', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'globalThis'];
      if (!ts.isIdentifier(node) || !outside.includes(node.text)) return undefined;
      const { parent } = node;
      if (ts.isCallExpression(parent) && parent.expression === node) return node.text;
      if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return node.text;
      return undefined;
    },
    because: 'the domain is pure: the time, ids and random values are arguments.',
  },
];

const SAYS_WHAT_IS_MISSING =
  'every folder of the house has a row in the dependency table: add one to tests/support/architecture.ts, with its reason.';

/**
 * Reads the import lines of each file and answers with one message a broken rule, or with an empty list.
 * Pure: `files` may be the project's or made up. `runtimePackages` are the dependencies and peer dependencies.
 */
export function checkImports(files: SourceFile[], runtimePackages: string[] = []): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (!room) return [`${file.path}: stands in no room, but ${SAYS_WHAT_IS_MISSING}`];
    const source = parse(file);
    return [
      ...readImports(file).flatMap((found) => {
        const because = refusal(file.path, room, found, runtimePackages);
        const kind = found.typeOnly ? 'the types of ' : '';
        return because === undefined
          ? []
          : [`${file.path}:${found.line} imports ${kind}'${found.specifier}', but ${because}`];
      }),
      ...TABOOS.filter((taboo) => within(file.path, taboo.at) && !taboo.except?.test(file.path))
        .flatMap((taboo) =>
          findAll(source, taboo.finds).map(({ text, line }) => ({ text, line, taboo }))
        )
        .map(
          ({ text, line, taboo }) => `${file.path}:${line} uses '${text}', but ${taboo.because}`
        ),
    ];
  });
}

/** Every way in which a file can name another one: import, export from, import(), require(), import('x').T. */
export function readImports(file: SourceFile): Import[] {
  const source = parse(file);
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (node && ts.isStringLiteralLike(node)) {
      imports.push({ specifier: node.text, typeOnly, line: lineOf(source, node) });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, exportsTypesOnly(node));
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node)) {
      const { expression } = node;
      const isRequire = /^(?:require|require\.resolve)$/.test(expression.getText(source));
      if (isRequire || expression.kind === ts.SyntaxKind.ImportKeyword)
        add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function refusal(
  path: string,
  room: Room,
  { specifier, typeOnly }: Import,
  runtimePackages: string[]
): string | undefined {
  if (!specifier.startsWith('.')) return packageRefusal(room, specifier, typeOnly, runtimePackages);

  const target = posix.join(posix.dirname(path), specifier).replace(/\.(?:[cm]?[jt]sx?)$/, '');
  const atHome = within(target, ownPlace(path, room)) && roomOf(target) === room;
  const open = room.may.some(
    (door) => within(target, door.to) && (typeOnly || door.as === 'value')
  );
  return atHome || open ? undefined : room.because;
}

function packageRefusal(
  room: Room,
  specifier: string,
  typeOnly: boolean,
  runtimePackages: string[]
): string | undefined {
  const allowed = (list: string[]) =>
    list.some((name) =>
      name.endsWith('/*')
        ? specifier.startsWith(name.slice(0, -1))
        : specifier === name || specifier.startsWith(`${name}/`)
    );
  if (room.packages && !allowed(room.packages)) return room.because;
  if (typeOnly || allowed(runtimePackages)) return undefined;
  const inBrowser = ['admin', 'client', 'strapi-admin'].includes(room.at);
  if (isBuiltin(specifier)) return inBrowser ? room.because : undefined;
  return 'only dependencies and peer dependencies are there at run time: anything else (knex, koa, …) would be bundled a second time, so it is imported with `import type`.';
}

/** What counts as the room itself: a service is one file or one folder, everything else the whole folder. */
function ownPlace(path: string, room: Room): string {
  if (room.at !== 'server/services') return room.at;
  const name = path.slice('server/services/'.length).split('/')[0] ?? '';
  return `server/services/${name.replace(/\.tsx?$/, '')}`;
}

function roomOf(path: string): Room | undefined {
  return ROOMS.filter((room) => within(path, room.at)).sort((a, b) => b.at.length - a.at.length)[0];
}

/** `server/config` holds server/config.ts and server/config/…, not server/configuration.ts. */
function within(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`) || path.replace(/\.tsx?$/, '') === place;
}

function importsTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

function exportsTypesOnly({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  if (!exportClause || !ts.isNamedExports(exportClause)) return false;
  return exportClause.elements.every((element) => element.isTypeOnly);
}

/** Each word once a line. */
function findAll(source: ts.SourceFile, finds: Taboo['finds']) {
  const found = new Map<string, { text: string; line: number }>();
  const visit = (node: ts.Node): void => {
    const text = finds(node);
    const line = lineOf(source, node);
    if (text !== undefined) found.set(`${line} ${text}`, { text, line });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found.values()];
}

function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
