import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import type { AddressFormDto } from '../contracts/customers';
import { customerBody } from '../validation/account';
import { customerSearchBody } from '../validation/customers';
import { parse } from '../validation/parse';
import { orderIdOf } from './answer-order';
import { answering } from './error-response';
import {
  presentCustomerData,
  presentErased,
  presentFoundCustomer,
  presentOtherOrders,
} from './present-customer';
import { bodyOf } from './request';
import { staffOf } from './staff';

/** The e-mail comes in the body: an address would end in the log of every server on the way. */
export const adminCustomers = ({ strapi }: { strapi: Core.Strapi }) => {
  const customers = () => shopOf(strapi).customers;
  const desk = () => shopOf(strapi).customerDesk;

  return {
    search: answering(strapi, async (ctx) => {
      const { q } = parse(customerSearchBody, bodyOf(ctx));
      ctx.body = { data: (await desk().search(q)).map(presentFoundCustomer) };
    }),
    otherOrders: answering(strapi, async (ctx) => {
      ctx.body = { data: presentOtherOrders(await desk().otherOrdersOf(orderIdOf(ctx))) };
    }),
    form: answering(strapi, (ctx) => {
      const form: AddressFormDto = desk().form();
      ctx.body = { data: form };
      return Promise.resolve();
    }),
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
