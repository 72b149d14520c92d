import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What Node gives to plain JavaScript. TypeScript files need no such list: the compiler knows. */
const nodeGlobals = Object.fromEntries(
  [
    ...['AbortController', 'Buffer', 'URL', 'URLSearchParams', 'console', 'fetch', 'global'],
    ...['globalThis', 'process', 'performance', 'queueMicrotask', 'structuredClone'],
    ...['setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'],
    ...['setTimeout', 'clearTimeout', 'TextDecoder', 'TextEncoder'],
  ].map((name) => [name, 'readonly'])
);

const commonJsGlobals = Object.fromEntries(
  ['module', 'exports', 'require', '__dirname', '__filename'].map((name) => [name, 'readonly'])
);

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/build/**',
      '**/coverage/**',
      '**/.tmp/**',
      '**/.cache/**',
      '**/.strapi/**',
      'playground/types/generated/**',
      'playground/public/**',
      'tests/support/app/public/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  {
    rules: {
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },

  // TypeScript, with types: the rules that find bugs.
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['playground/**'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A number or a boolean in a message is what was meant.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `await` in a handler that the host passes around as a value is fine; a forgotten one is not.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false, arguments: false } },
      ],
      // An interface may be async although one of its implementations has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // A function that ends in a call of a void function says what it does.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Each package entry is bundled alone, so our errors are known by their code, not by their class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Type parameters that are used once read well in builders.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },

  // The playground is an app of its own, with its own compiler settings: no types here.
  { files: ['playground/**/*.{ts,tsx}'], extends: [tseslint.configs.strict] },

  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },

  // The admin: React.
  {
    files: ['admin/**/*.{ts,tsx}', 'tests/admin/**/*.{ts,tsx}', 'strapi-admin.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },

  // The border with the host: Strapi, knex and koa hand out `any`, and the row mappers and schemas here give it types.
  {
    files: [
      'server/{storage,hooks,controllers,routes}/**/*.ts',
      'server/{bootstrap,register,uninstall}.ts',
    ],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  // Tests read answers whose shape they are about to check: an HTTP body is `any` until then.
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  // Plain JavaScript: scripts, configuration, the test app.
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: nodeGlobals },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: { sourceType: 'commonjs', globals: { ...nodeGlobals, ...commonJsGlobals } },
  },
  // Scripts talk to the person who started them, the test app to the one who reads its log.
  {
    files: ['bin/**', 'scripts/**', 'playground/**', 'tests/support/app/**'],
    rules: { 'no-console': 'off' },
  }
);
