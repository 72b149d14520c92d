/** As a site extends a plugin; a test says how. The schemas are copied, since the next start begins with ours. */
module.exports = (plugin) => {
  const { extend = {} } = globalThis.cartwrightTestApp ?? {};
  for (const [type, attributes] of Object.entries(extend)) {
    const { schema } = plugin.contentTypes[type];
    plugin.contentTypes = {
      ...plugin.contentTypes,
      [type]: { schema: { ...schema, attributes: { ...schema.attributes, ...attributes } } },
    };
  }
  return plugin;
};
