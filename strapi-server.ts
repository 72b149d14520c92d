import { contentTypes } from './content-types';
import { bootstrap } from './server/bootstrap';
import { controllers } from './server/controllers';
import { destroy } from './server/destroy';
import { exposedServices } from './server/exposed-services';
import { register } from './server/register';
import { routes } from './server/routes';

export default {
  register,
  bootstrap,
  destroy,
  contentTypes,
  controllers,
  routes,
  services: exposedServices,
};
