/** The parts of pdfmake that share no settings with the rest of the process; its published types leave them out. */
declare module 'pdfmake/js/Printer.js' {
  import type { TDocumentDefinitions } from 'pdfmake/interfaces';

  interface UrlResolver {
    resolve(url: string): void;
    resolved(): Promise<void>;
  }

  export default class Printer {
    constructor(
      fonts: Record<string, Record<string, string>>,
      virtualFiles: null,
      urlResolver: UrlResolver,
      mayReadFile: (path: string) => boolean
    );
    createPdfKitDocument(definition: TDocumentDefinitions): Promise<PDFKit.PDFDocument>;
  }
}

declare module 'pdfmake/fonts/Roboto.js' {
  const fonts: { Roboto: { normal: string; bold: string } };
  export default fonts;
}
