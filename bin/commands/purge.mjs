/** Shows what the plugin has stored, or lets it go. */
export const purge = {
  usage: 'purge [--yes]',
  help: 'for uninstalling: shows what the plugin has stored; with --yes the next start without the plugin removes all of it',
  options: { yes: { type: 'boolean' } },
  whenDisabled: 'The plugin is not enabled here; enable it once more to purge what it stored.',

  async run(strapi, { values }) {
    const uninstall = strapi.plugin('cartwright').service('uninstall');
    const tables = await uninstall.storedRows();
    for (const { table, rows } of tables) console.log(`${String(rows).padStart(8)}  ${table}`);
    if (!values.yes) {
      console.log('\nNothing was changed. Make a backup, then run "npx cartwright purge --yes".');
      return 0;
    }
    await uninstall.letGo();
    console.log(
      '\nThe tables are no longer protected. Take the plugin out of config/plugins and package.json:\n' +
        'the next start without it drops them, with everything in them. A start with it protects them again.'
    );
    return 0;
  },
};
