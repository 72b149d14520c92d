// cspell:ignore Trads trads -- the host's word for translations
import { bootstrap } from './admin/bootstrap';
import { register } from './admin/register';
import { registerTrads } from './admin/translations/register-trads';

export default { register, bootstrap, registerTrads };
