import { writeFileSync } from 'node:fs';
import { makeProduct } from '../support/shop';
import { DETAILS, ADDRESS, shopperOf } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';
let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR', shop: { name: 'Καφές & Söhne GmbH', address: ['Straße 1', '10115 Berlin'], taxIds: [{label:'USt-IdNr.', value:'DE123'}], bank: ['IBAN DE00 0000'], footer: 'Geschäftsführer: Шевченко' }, tax: { included: true, rates: [{ country: '*', rate: '19', label: 'MwSt.' }] }, shipping: { options: [{ code: 's', label: 'Paket', amount: '4.95' }] } } });
});
afterAll(() => shop.stop());
it('tries', async () => {
  const a = await makeProduct(shop.strapi, { title: 'Ελένη Παπαδοπούλου Шевченко Олександр Straßenlaterne'.repeat(3), unitPrice: '19.99' });
  const b = await makeProduct(shop.strapi, { title: 'X'.repeat(200), unitPrice: '1234567.00' });
  const ada = shopperOf(shop, { locale: 'en' });
  await ada.add(a.sku, 3); await ada.add(b.sku, 2);
  const placed = await ada.checkout({ ...DETAILS, paymentMethod: 'manual', billing: { ...ADDRESS, firstName: 'Ελένη', lastName: 'Παπαδοπούλου' } });
  expect(placed.status).toBe(201);
  const { token } = placed.body.data.order;
  const html = await ada.send('get', `/orders/${token}/invoice`);
  console.log(html.status, html.headers, html.text.slice(0, 4000));
  const t = Date.now();
  const pdf = await shop.http().get(`/api/cartwright/orders/${token}/invoice.pdf`).buffer(true).parse((res, cb) => { const c: Buffer[] = []; res.on('data', (d) => c.push(d)); res.on('end', () => cb(null, Buffer.concat(c))); });
  console.log(pdf.status, pdf.headers, pdf.body.length, Date.now() - t);
  writeFileSync('/tmp/try.pdf', pdf.body); writeFileSync('/tmp/try.html', html.text);
});
