/** Lets go of carts that nobody has touched for long. */
export const purgeCarts = {
  usage: 'purge-carts [--days N] [--dry-run] [--include-checked-out]',
  help: 'removes carts that nobody has touched for N days (cart.expiryDays); --dry-run only counts them',
  options: {
    'days': { type: 'string' },
    'dry-run': { type: 'boolean' },
    'include-checked-out': { type: 'boolean' },
  },
  check({ positionals, values: { days } }) {
    if (positionals.length > 0) return `Unknown option: ${positionals.join(' ')}`;
    if (days === undefined || /^[1-9]\d*$/.test(days)) return undefined;
    return '--days must be a whole number from 1.';
  },

  async run(strapi, { values }) {
    const dryRun = values['dry-run'] ?? false;
    const { carts } = await strapi
      .plugin('cartwright')
      .service('carts')
      .purge({
        ...(values.days === undefined ? {} : { days: Number(values.days) }),
        dryRun,
        includeCheckedOut: values['include-checked-out'] ?? false,
      });
    if (dryRun) console.log('A dry run: nothing was changed.');
    if (carts === 0) console.log('There are no carts to remove.');
    else console.log(`Carts ${dryRun ? 'to remove' : 'removed'}: ${carts}`);
    return 0;
  },
};
