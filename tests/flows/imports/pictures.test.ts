import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  createFetchPicture,
  type FetchPicture,
} from '../../../server/storage/imports/fetch-picture';
import { type Kit, kitOf, type Row, stopWhenIdle } from '../products/kit';
import { type RunningShop, startStrapi } from '../../support/strapi';
import { csv, filesOf, importsWith } from './kit';

/** A white dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64'
);

let server: Server;
let base: string;
let asked: string[] = [];
const files = filesOf();

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    if (url.endsWith('.png')) response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
    else if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
    else if (url === '/svg')
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg/>');
    else if (url === '/large')
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(5000));
    else if (url === '/endless')
      response.writeHead(200, { 'content-type': 'image/png' }).write(PNG);
    else if (url === '/broken')
      response.writeHead(200, { 'content-type': 'image/png' }).end('no picture');
    else if (url === '/inwards')
      response.writeHead(302, { location: 'http://10.1.2.3/secret.png' }).end();
    else if (url === '/elsewhere') response.writeHead(301, { location: '/moved.png' }).end();
    else if (url === '/circle') response.writeHead(302, { location: '/circle' }).end();
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  files.remove();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

/** The test's own server is let in, everything else is judged as in a shop. */
const onlyOwn = (address: string) => address !== '127.0.0.1';

describe('fetching a picture', () => {
  const fetchPicture = createFetchPicture({
    isForbidden: onlyOwn,
    bytes: 1000,
    milliseconds: 400,
    redirects: 2,
  });

  it('takes one of the public internet, also where it was moved to', async () => {
    expect(await fetchPicture(`${base}/dot.png`)).toEqual({
      bytes: PNG,
      mime: 'image/png',
      name: 'dot.png',
    });
    expect(await fetchPicture(`${base}/elsewhere`)).toMatchObject({ name: 'moved.png' });
  });

  it.each([
    ['/page', 'not a picture (text/html)'],
    ['/svg', 'not a picture (image/svg+xml)'],
    ['/large', 'larger than'],
    ['/endless', 'took too long'],
    ['/inwards', 'not on the public internet'],
    ['/circle', 'redirects more than 2 times'],
    ['/gone', 'answered with 404'],
  ])('refuses %s: %s', async (path, reason) => {
    expect(await fetchPicture(base + path)).toMatchObject({
      refused: expect.stringContaining(reason),
    });
  });

  it.each([
    'http://127.0.0.1/x.png',
    'http://0x7f.1/x.png',
    'http://2130706433/x.png',
    'http://localhost/x.png',
    'http://[::1]/x.png',
    'http://[::ffff:10.0.0.1]/x.png',
    'http://[fe80::1]/x.png',
    'http://[fd00::1]/x.png',
    'http://10.0.0.1/x.png',
    'http://172.16.0.1/x.png',
    'http://192.168.1.1/x.png',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/x.png',
    'http://0.0.0.0/x.png',
  ])('never asks %s', async (url) => {
    expect(await createFetchPicture()(url)).toMatchObject({
      refused: 'it is not on the public internet',
    });
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/x.png', 'data:image/png;base64,AA', 'x'])(
    'knows no %s',
    async (url) => {
      expect(await createFetchPicture()(url)).toEqual({
        refused: 'it is not an address of the web',
      });
    }
  );

  it('asks the test server nothing with the rules of a shop', async () => {
    await createFetchPicture()(`${base}/dot.png`);
    await createFetchPicture()(base.replace('127.0.0.1', 'localhost') + '/dot.png');
    expect(asked).toEqual([]);
  });
});

describe('pictures of a file', () => {
  let app: RunningShop;
  let kit: Kit;
  const fetchPicture: FetchPicture = createFetchPicture({ isForbidden: onlyOwn });

  beforeAll(async () => {
    app = await startStrapi();
    kit = kitOf(app.strapi);
  });
  afterAll(() => stopWhenIdle(app));

  const header = [
    'Handle',
    'Title',
    'Option1 Name',
    'Option1 Value',
    'Variant Price',
    'Image Src',
    'Image Alt Text',
    'Variant Image',
  ];
  const run = (path: string, fetch = fetchPicture) =>
    importsWith(app.strapi, fetch).importProducts({ path, dialect: 'shopify' });
  const fileCount = () => app.strapi.db.query('plugin::upload.file').count();
  const ofProduct = async (slug: string): Promise<Row> =>
    (
      await kit.products.findMany({
        filters: { slug },
        populate: { images: { populate: ['file'] } },
      })
    )[0]!;

  const whole = () =>
    files.write(
      csv(
        header,
        ['cup', 'Cup', 'Size', 'S', '5', `${base}/front.png`, 'From the front', `${base}/back.png`],
        ['cup', '', '', 'M', '5', `${base}/back.png`, '', `${base}/front.png`],
        ['cup', '', '', '', '', `${base}/gone.jpg`, '', ''],
        ['cup', '', '', '', '', `${base}/broken`, '', '']
      )
    );

  it('are fetched into the media library, in their order; what cannot be had is noted', async () => {
    const report = await run(whole());
    expect(report).toMatchObject({ created: 1, failed: [] });
    expect(report.notes.join('\n')).toMatch(
      /gone\.jpg was not fetched: its server answered with 404/
    );
    const cup = await ofProduct('cup');
    const sources = cup.images.map(({ source }) => source);
    expect(sources.slice(0, 2)).toEqual([`${base}/front.png`, `${base}/back.png`]);
    expect(cup.images[0]).toMatchObject({
      description: 'From the front',
      file: { mime: 'image/png' },
    });
    const [small, medium] = await kit.liveOf(cup.documentId);
    expect(small!.image!['source']).toBe(`${base}/back.png`);
    expect(medium!.image!['source']).toBe(`${base}/front.png`);
    await kit.expectWhole(cup.documentId);
  });

  it('are not fetched again, and nothing changes', async () => {
    const before = await fileCount();
    const report = await run(whole());
    expect(report).toMatchObject({ updated: 0, unchanged: 1 });
    expect(asked.filter((url) => /front|back/.test(url))).toEqual([]);
    expect(await fileCount()).toBe(before);
  });

  it('serve another product without being fetched again', async () => {
    const before = await fileCount();
    await run(
      files.write(csv(header, ['jug', 'Jug', '', '', '5', `${base}/front.png`, 'A jug', '']))
    );
    expect(asked).toEqual([]);
    expect(await fileCount()).toBe(before);
    expect((await ofProduct('jug')).images).toMatchObject([{ description: 'A jug' }]);
  });

  it('come later when they could not be had at first', async () => {
    const path = files.write(csv(header, ['pot', 'Pot', '', '', '5', `${base}/pot.png`, '', '']));
    const offline: FetchPicture = () => Promise.resolve({ refused: 'x', isSilent: true });
    expect(await run(path, offline)).toMatchObject({ created: 1, failed: [] });
    expect(await run(path, offline)).toMatchObject({ unchanged: 1 });
    expect(await run(path)).toMatchObject({ updated: 1 });
    expect((await ofProduct('pot')).images).toHaveLength(1);
  });

  it('go again when their product cannot be imported', async () => {
    const before = await fileCount();
    const report = await run(
      files.write(
        csv(
          [...header, 'Variant SKU'],
          ['lid', 'Lid', '', '', '5', `${base}/lid.png`, '', '', 'cup-s']
        )
      )
    );
    expect(report).toMatchObject({ created: 0, failed: [{ line: 2 }] });
    expect(asked).toEqual(['/lid.png']);
    expect(await fileCount()).toBe(before);
  });

  it('of an editor stay beside those of the file', async () => {
    const jug = await ofProduct('jug');
    const own = await kit.image(await kit.file(), 'own');
    await kit.products.update({
      documentId: jug.documentId,
      data: { images: [own, jug.images[0]!.documentId] },
    });
    await run(
      files.write(csv(header, ['jug', 'Jug!', '', '', '5', `${base}/front.png`, 'A jug', '']))
    );
    expect((await ofProduct('jug')).images.map(({ description }) => description)).toEqual([
      'A jug',
      'own',
    ]);
  });

  it('of a server that does not answer are not waited for one by one', async () => {
    let waits = 0;
    const silent: FetchPicture = () => {
      waits += 1;
      return Promise.resolve({ refused: 'its server does not answer', isSilent: true });
    };
    const rows = Array.from({ length: 20 }, (_, n) => [
      `p${n}`,
      `P${n}`,
      '',
      '',
      '1',
      `https://silent.example/${n}.png`,
      '',
      '',
    ]);
    const report = await run(files.write(csv(header, ...rows)), silent);
    expect(report.created).toBe(20);
    expect(waits).toBe(3);
  });
});
