import type { Response } from 'supertest';

import type { AdminOrderDto } from '../../server/contracts/orders';
import type { RunningShop } from './strapi';

type Method = 'get' | 'post' | 'patch' | 'put';

/** Somebody of the shop's staff with all rights, who works through the admin's own routes. */
export async function makeStaff(shop: RunningShop, firstname = 'Grace') {
  const registered = await shop
    .http()
    .post('/admin/register-admin')
    .send({
      email: 'grace@example.com',
      password: 'Keeper-Password-1',
      firstname,
      lastname: 'Hopper',
    })
    .expect(200);
  const token = String(registered.body.data.token);

  const staff = {
    name: `${firstname} Hopper`,
    token,
    send: (
      method: Method,
      path: string,
      body?: object,
      headers: Record<string, string> = {}
    ): Promise<Response> => {
      const visitor = shop.http();
      return visitor[method](`/cartwright${path}`)
        .set('Authorization', `Bearer ${token}`)
        .set(headers)
        .send(body)
        .then((response) => response);
    },
    /** A step of an order. */
    step: (
      order: { documentId: string },
      path: string,
      body: object = {},
      headers?: Record<string, string>
    ) => staff.send('post', `/orders/${order.documentId}/${path}`, body, headers),
    async see({ documentId }: { documentId: string }): Promise<AdminOrderDto> {
      return (await staff.send('get', `/orders/${documentId}`)).body.data;
    },
    /** The order that a shopper has the number of. */
    async find({ number }: { number: string }): Promise<AdminOrderDto> {
      const found = (await staff.send('get', `/orders?q=${number}&pageSize=100`)).body.data;
      return found.find((order: AdminOrderDto) => order.number === number);
    },
  };
  return staff;
}

export type Staff = Awaited<ReturnType<typeof makeStaff>>;
