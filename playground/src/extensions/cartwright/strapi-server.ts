/**
 * A field of this shop's own on every product. `catalog.extraFields` in config/plugins shows it in the catalogue; the
 * host lets editors fill it in, drafts and publishes it and, since it says so, keeps one for each language.
 */
interface Plugin {
  contentTypes: Record<string, { schema: { attributes: Record<string, object> } }>;
}

export default (plugin: Plugin) => {
  plugin.contentTypes.product.schema.attributes.material = {
    type: 'string',
    pluginOptions: { i18n: { localized: true } },
  };
  return plugin;
};
