import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import type { ImportsDto } from '../contracts/imports';
import { exampleParams, exportQuery, startImportBody } from '../validation/imports';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentImport } from './present-import';
import { bodyOf } from './request';
import { asCsv, sendCsv } from './send-csv';
import { staffOf } from './staff';
import { uploadedFileOf } from './uploaded-file';

/** Products that staff bring and take away as files. */
export const adminImports = ({ strapi }: { strapi: Core.Strapi }) => {
  const desk = () => shopOf(strapi).importDesk;

  const starting = (phase: 'check' | 'import') =>
    answering(strapi, async (ctx) => {
      const { dialect } = parse(startImportBody, bodyOf(ctx));
      const file = await desk().start(String(ctx.params.id), { phase, dialect }, staffOf(ctx));
      ctx.status = 202;
      ctx.body = { data: presentImport(file) };
    });

  return {
    list: answering(strapi, async (ctx) => {
      const { list, mostBytes } = desk();
      const data = (await list()).map(presentImport);
      ctx.body = { data, meta: { mostBytes } } satisfies ImportsDto;
    }),
    show: answering(strapi, async (ctx) => {
      ctx.body = { data: presentImport(await desk().open(String(ctx.params.id))) };
    }),
    upload: answering(strapi, async (ctx) => {
      const file = await desk().upload(await uploadedFileOf(ctx), staffOf(ctx));
      ctx.status = 201;
      ctx.body = { data: presentImport(file) };
    }),
    check: starting('check'),
    import: starting('import'),
    cancel: answering(strapi, async (ctx) => {
      ctx.body = { data: presentImport(await desk().cancel(String(ctx.params.id))) };
    }),
    report: answering(strapi, async (ctx) => {
      const { open, writeReport } = desk();
      const file = await open(String(ctx.params.id));
      sendCsv(strapi, ctx, 'import-report.csv', (stream) => writeReport(file, stream));
    }),
    example: answering(strapi, (ctx) => {
      const dialect = parse(exampleParams, ctx.params.dialect);
      asCsv(ctx, `${dialect}-example.csv`);
      ctx.body = desk().examples[dialect];
      return Promise.resolve();
    }),
    export: answering(strapi, (ctx) => {
      const { published, category } = parse(exportQuery, ctx.query);
      const { imports } = shopOf(strapi);
      sendCsv(strapi, ctx, 'products.csv', (stream) =>
        imports.exportProducts({ stream, publishedOnly: published, category })
      );
      return Promise.resolve();
    }),
  };
};
