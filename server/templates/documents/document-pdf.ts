import type PdfPrinter from 'pdfmake/js/Printer.js';

import type { PrintedSheet } from './document-html';
import { pdfDefinition } from './pdf-definition';

type PrinterClass = typeof PdfPrinter;

/** The files of a font of the site's own. */
export interface PdfFont {
  regular: string;
  bold: string;
}

export interface PdfTerms {
  /** When it was issued: the file says so, and is the same each time. */
  at: Date;
  /** null is the built-in one: Latin, Greek and Cyrillic. */
  font: PdfFont | null;
}

/**
 * The sheets as one PDF. The same sheets make the same bytes. It reads its fonts and nothing else, and fetches nothing.
 */
export async function documentPdf(
  documents: readonly PrintedSheet[],
  { at, font }: PdfTerms
): Promise<Buffer> {
  const { Printer, roboto } = await loadLibrary();
  const { regular, bold } = font ?? roboto;
  const printer = new Printer(
    { Document: { normal: regular, bold } },
    null,
    { resolve: () => undefined, resolved: () => Promise.resolve() },
    (path) => path === regular || path === bold
  );
  const definition = pdfDefinition(documents, { at, simple: font === null });
  const pdf = await printer.createPdfKitDocument(definition);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    pdf.on('error', reject);
    pdf.end();
  });
}

/** Only who prints waits for it: a shop starts without. The package brings Roboto with it. */
async function loadLibrary() {
  const printer = await import('pdfmake/js/Printer.js');
  const fonts = await import('pdfmake/fonts/Roboto.js');
  const { Roboto } = fonts.default;
  // CommonJS with a default of its own: some loaders hand out the class, others what it is exported in.
  const exported = printer.default as PrinterClass & { default?: PrinterClass };
  return {
    Printer: exported.default ?? exported,
    roboto: { regular: Roboto.normal, bold: Roboto.bold },
  };
}
