/** Hands out what the shop knows of a person, or erases it. */
export const customerData = {
  usage: 'customer-data EMAIL --export | --erase',
  help: 'prints all that is stored about a customer as JSON, or erases it; orders keep their figures',
  options: {
    export: { type: 'boolean' },
    erase: { type: 'boolean' },
  },
  check({ positionals, values }) {
    const [email, ...more] = positionals;
    if (!email || more.length > 0 || !email.includes('@')) return 'Name one e-mail.';
    if (values.export === values.erase) return 'Say either --export or --erase.';
    return undefined;
  },

  async run(strapi, { positionals: [email], values }) {
    const customers = strapi.plugin('cartwright').service('customers');
    if (values.export) {
      console.log(JSON.stringify(await customers.export(email), null, 2));
      return 0;
    }
    const erased = await customers.erase(email, 'command line');
    const parts = Object.entries(erased).map(([what, count]) => `${what}: ${count}`);
    console.log(`Erased. ${parts.join(', ')}`);
    return 0;
  },
};
