import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import { changeAddressBody, newAddressBody } from '../validation/account';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentAddress, presentCustomerData, presentErased } from './present-customer';
import { accountOf, bodyOf } from './request';

/** What an account keeps in the shop. Who has none is asked to log in. */
export const account = ({ strapi }: { strapi: Core.Strapi }) => {
  const addresses = () => shopOf(strapi).addresses;
  const customers = () => shopOf(strapi).customers;

  return {
    addresses: answering(strapi, async (ctx) => {
      ctx.body = { data: (await addresses().list(accountOf(ctx))).map(presentAddress) };
    }),
    addAddress: answering(strapi, async (ctx) => {
      const address = parse(newAddressBody, bodyOf(ctx));
      const added = await addresses().add(accountOf(ctx), address);
      ctx.status = 201;
      ctx.body = { data: added.addresses.map(presentAddress), meta: { id: added.id } };
    }),
    changeAddress: answering(strapi, async (ctx) => {
      const change = parse(changeAddressBody, bodyOf(ctx));
      const changed = await addresses().change(accountOf(ctx), idOf(ctx), change);
      ctx.body = { data: changed.map(presentAddress) };
    }),
    removeAddress: answering(strapi, async (ctx) => {
      const left = await addresses().remove(accountOf(ctx), idOf(ctx));
      ctx.body = { data: left.map(presentAddress) };
    }),
    data: answering(strapi, async (ctx) => {
      ctx.body = { data: presentCustomerData(await customers().showOwn(accountOf(ctx))) };
    }),
    eraseData: answering(strapi, async (ctx) => {
      ctx.body = { data: presentErased(await customers().eraseOwn(accountOf(ctx))) };
    }),
  };
};

const idOf = (ctx: Context) => String(ctx.params.id);
