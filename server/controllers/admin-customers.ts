import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { customerBody } from '../validation/account';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentCustomerData, presentErased } from './present-customer';
import { bodyOf } from './request';
import { staffOf } from './staff';

/** The e-mail comes in the body: an address would end in the log of every server on the way. */
export const adminCustomers = ({ strapi }: { strapi: Core.Strapi }) => {
  const customers = () => shopOf(strapi).customers;

  return {
    export: answering(strapi, async (ctx) => {
      const { email } = parse(customerBody, bodyOf(ctx));
      ctx.body = { data: presentCustomerData(await customers().show(email)) };
    }),
    erase: answering(strapi, async (ctx) => {
      const { email } = parse(customerBody, bodyOf(ctx));
      ctx.body = { data: presentErased(await customers().erase(email, staffOf(ctx))) };
    }),
  };
};
