module.exports = {
  async bootstrap({ strapi }) {
    const locales = strapi.plugin('i18n').service('locales');
    if (!(await locales.findByCode('de')))
      await locales.create({ code: 'de', name: 'German (de)' });
  },
};
