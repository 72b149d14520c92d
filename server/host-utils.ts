import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { Core } from '@strapi/strapi';

/** The little that we take from the host's own toolbox. */
interface HostUtils {
  errors: {
    ValidationError: new (message: string, details: unknown) => Error;
    ForbiddenError: new (message: string) => Error;
  };
  strings: { nameToSlug: (text: string) => string };
}

/**
 * The very copy of @strapi/utils that the host works with. The host knows its errors by their class, and a package
 * manager may well give us another copy: with ours, every refusal would become a 500.
 */
export function hostUtils(strapi: Core.Strapi): HostUtils {
  const app = createRequire(join(strapi.dirs.app.root, 'package.json'));
  const host = createRequire(app.resolve('@strapi/strapi/package.json'));
  const core = createRequire(host.resolve('@strapi/core/package.json'));
  return core('@strapi/utils') as HostUtils;
}
