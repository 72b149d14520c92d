import { contentTypes } from './content-types';
import { bootstrap } from './server/bootstrap';
import { controllers } from './server/controllers';
import { register } from './server/register';
import { routes } from './server/routes';
import { services } from './server/services';

export default {
  register,
  bootstrap,
  contentTypes,
  controllers,
  routes,
  services,
};
