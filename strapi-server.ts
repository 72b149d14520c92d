import { contentTypes } from './content-types';
import { bootstrap } from './server/bootstrap';
import { register } from './server/register';

export default {
  register,
  bootstrap,
  contentTypes,
};
