import { forgetTemplates } from './template-database';

/** After the last test. */
export default forgetTemplates;
