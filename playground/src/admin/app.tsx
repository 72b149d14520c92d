/** The languages that an editor of the demo may choose for the admin itself. */
export default {
  config: { locales: ['de', 'fr', 'es'] },
  bootstrap() {},
};
