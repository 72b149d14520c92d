import type { Hook } from './document-call';

const WRITES = ['create', 'update', 'clone'];

/**
 * What only the plugin writes is not taken from anybody else (model: "ro"): a form that sends a product back sends
 * the copies along, and a script may try. They are left out, not refused. Inner hooks may set them afterwards.
 */
export const dropReadOnly: Hook = async (call, next) => {
  const { data } = call.params;
  if (call.uid.startsWith('plugin::cartwright.') && WRITES.includes(call.action) && data) {
    const taken = Object.entries(data).filter(
      ([field]) => !isReadOnly(call.contentType.attributes[field]?.pluginOptions)
    );
    call.params = { ...call.params, data: Object.fromEntries(taken) };
  }
  return next();
};

function isReadOnly(pluginOptions: Record<string, unknown> | undefined): boolean {
  const ours = pluginOptions?.['cartwright'] as { readOnly?: boolean } | undefined;
  return ours?.readOnly === true;
}
