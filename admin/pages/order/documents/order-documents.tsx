import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import type { DocumentDto } from '../../../../server/contracts/documents';
import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useFindOrderDocumentsQuery } from '../../../api/documents';
import { Amount } from '../../../components/amount';
import { Card } from '../../../components/card';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { DownloadPdf } from './download-pdf';
import { IssueInvoice } from './issue-invoice';
import { PrintedDocument } from './printed-document';

/** What was issued about the order, and its packing slip. */
export function OrderDocuments({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { documentId, number } = order;
  const slip = text('documents.packing-slip');
  return (
    <Card title={text('documents.title')} action={<IssueInvoice order={order} />}>
      <Issued documentId={documentId} />
      <Row name={slip} facts={text('documents.packing-slip-hint')}>
        <PrintedDocument
          path={`${documentId}/packing-slip`}
          label={text('documents.show')}
          title={slip}
          filename={`packing-slip-${number}`}
        />
        <DownloadPdf
          size="S"
          path={`${documentId}/packing-slip`}
          filename={`packing-slip-${number}`}
          fullLabel={text('documents.download-of', { name: slip })}
        />
      </Row>
    </Card>
  );
}

function Issued({ documentId }: { documentId: string }) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const { currentData, error, isFetching, refetch } = useFindOrderDocumentsQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  if (currentData) {
    if (currentData.length === 0) {
      return <Typography textColor="neutral600">{text('documents.none')}</Typography>;
    }
    return currentData.map((document) => (
      <IssuedDocument key={document.id} documentId={documentId} document={document} />
    ));
  }
  if (!error) return <Typography textColor="neutral600">{text('loading')}</Typography>;
  return (
    <Flex role="alert" gap={2} justifyContent="space-between">
      <Typography textColor="danger600">
        {text('error.load', { reason: formatApiError(error) })}
      </Typography>
      <Button size="S" variant="secondary" loading={isFetching} onClick={() => void refetch()}>
        {text('error.retry')}
      </Button>
    </Flex>
  );
}

interface IssuedDocumentProps {
  documentId: string;
  document: DocumentDto;
}

function IssuedDocument({ documentId, document }: IssuedDocumentProps) {
  const text = useText();
  const { time } = useFormats();
  const { id, kind, number, issuedAt, total, currency } = document;
  const isInvoice = kind === 'invoice';
  const name = text(isInvoice ? 'documents.invoice' : 'documents.credit-note', { number });
  const file = {
    path: `${documentId}/documents/${id}`,
    filename: `${isInvoice ? 'invoice' : 'credit-note'}-${number}`,
  };
  return (
    <Row
      name={name}
      facts={
        <>
          {time(issuedAt)} · <Amount value={total} currency={currency} />
        </>
      }
    >
      <PrintedDocument {...file} label={text('documents.show')} title={name} />
      <DownloadPdf {...file} size="S" fullLabel={text('documents.download-of', { name })} />
    </Row>
  );
}

interface RowProps {
  name: string;
  facts: React.ReactNode;
  children: React.ReactNode;
}

function Row({ name, facts, children }: RowProps) {
  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap">
      <Box minWidth={0}>
        <Typography tag="h3" variant="omega" textColor="neutral800" fontWeight="semiBold">
          {name}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {facts}
        </Typography>
      </Box>
      <Flex gap={2}>{children}</Flex>
    </Flex>
  );
}
