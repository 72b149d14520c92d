import { Button, Checkbox, Field, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { useId, useRef, useState } from 'react';

import {
  MOST_PRINTED,
  type PrintedKind,
  useIssueInvoicesMutation,
  usePrintOrdersMutation,
} from '../../../api/bulk-orders';
import { fetchPrinted } from '../../../api/documents';
import { Paper } from '../../../components/paper';
import { saveFile } from '../../../components/save-file';
import { useStep } from '../../../components/use-step';
import { UPDATE_ORDERS } from '../../../permissions';
import { useGranted } from '../../../shop/use-granted';
import { useText } from '../../../text/use-text';
import { inPortions } from './in-portions';
import type { Chosen } from './use-selection';

/** The packing slips or the invoices of the chosen orders, as one document. */
export function BulkPrint({ chosen }: { chosen: Chosen }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button size="S" variant="secondary">
          {text('orders.bulk.print')}
        </Button>
      </Modal.Trigger>
      {isOpen && <Inside chosen={chosen} />}
    </Modal.Root>
  );
}

interface Printed {
  html: string;
  count: number;
  document: PrintedKind;
}

function Inside({ chosen }: { chosen: Chosen }) {
  const text = useText();
  // Issuing an invoice may take an order out of the list, and yet it is printed.
  const [orders] = useState(() => [...chosen.keys()]);
  const [printed, setPrinted] = useState<Printed | null>(null);
  return (
    <Modal.Content aria-describedby={undefined}>
      <Modal.Header closeLabel={text('dialog.close')}>
        <Modal.Title>{text('orders.bulk.print-title', { count: orders.length })}</Modal.Title>
      </Modal.Header>
      {printed ? (
        <Shown orders={orders} printed={printed} />
      ) : (
        <Choose orders={orders} onPrinted={setPrinted} />
      )}
    </Modal.Content>
  );
}

interface ChooseProps {
  orders: string[];
  onPrinted: (printed: Printed) => void;
}

function Choose({ orders, onPrinted }: ChooseProps) {
  const text = useText();
  const id = useId();
  const mayIssue = useGranted()(UPDATE_ORDERS);
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const [issueInvoices] = useIssueInvoicesMutation();
  const [print] = usePrintOrdersMutation();
  const [document, setDocument] = useState<PrintedKind>('packing-slip');
  const [isIssuing, setIsIssuing] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isTooMany = orders.length > MOST_PRINTED;

  const prepare = async () => {
    setProblem(null);
    setDone(0);
    if (document === 'invoice' && isIssuing) {
      const run = await inPortions(orders, (some) => issueInvoices({ orders: some }), setDone);
      if (run.error) {
        setProblem(formatApiError(run.error));
        setDone(null);
        return;
      }
    }
    const answer = await print({ orders, document });
    setDone(null);
    if ('error' in answer) setProblem(formatApiError(answer.error));
    else onPrinted({ ...answer.data, document });
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Field.Root>
            <Field.Label id={id}>{text('orders.bulk.print-what')}</Field.Label>
            <Radio.Group
              aria-labelledby={id}
              value={document}
              onValueChange={(value) => {
                setDocument(value === 'invoice' ? 'invoice' : 'packing-slip');
              }}
            >
              <Radio.Item value="packing-slip">{text('orders.bulk.packing-slips')}</Radio.Item>
              <Radio.Item value="invoice">{text('orders.bulk.invoices')}</Radio.Item>
            </Radio.Group>
          </Field.Root>
          {document === 'invoice' && mayIssue && (
            <Field.Root hint={text('orders.bulk.issue-hint')}>
              <Checkbox
                checked={isIssuing}
                onCheckedChange={(value) => {
                  setIsIssuing(value === true);
                }}
              >
                {text('orders.bulk.issue')}
              </Checkbox>
              <Field.Hint />
            </Field.Root>
          )}
          {document === 'invoice' && !mayIssue && (
            <Typography textColor="neutral600">{text('orders.bulk.no-issue-hint')}</Typography>
          )}
          {done !== null && (
            <Typography aria-live="polite" textColor="neutral600">
              {text('orders.bulk.progress', { done, all: orders.length })}
            </Typography>
          )}
          {(problem ?? isTooMany) && (
            <Typography role="alert" textColor="danger600">
              {problem ?? text('orders.bulk.too-many', { most: MOST_PRINTED })}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{text('dialog.cancel')}</Button>
        </Modal.Close>
        <Button disabled={isTooMany} loading={done !== null} onClick={() => void prepare()}>
          {text('orders.bulk.prepare')}
        </Button>
      </Modal.Footer>
    </>
  );
}

function Shown({ orders, printed }: { orders: string[]; printed: Printed }) {
  const text = useText();
  const { isBusy, take } = useStep();
  const paper = useRef<HTMLIFrameElement>(null);
  const [isShown, setIsShown] = useState(false);
  const { html, count, document } = printed;
  const title = text(document === 'invoice' ? 'orders.bulk.invoices' : 'orders.bulk.packing-slips');
  const download = async () => {
    const asked = new URLSearchParams({ document, orders: orders.join(',') });
    const answer = await fetchPrinted(`print.pdf?${asked.toString()}`);
    if ('data' in answer) saveFile(answer.data, `${document}s.pdf`);
    return answer;
  };
  return (
    <>
      <Modal.Body>
        <Typography tag="p" paddingBottom={3} role="status">
          {title} · {text('orders.bulk.printed', { count })}
          {count < orders.length && (
            <> · {text('orders.bulk.left-out', { count: orders.length - count })}</>
          )}
        </Typography>
        <Paper
          ref={paper}
          title={title}
          srcDoc={html}
          onLoad={() => {
            setIsShown(true);
          }}
        />
      </Modal.Body>
      <Modal.Footer>
        <Button
          variant="tertiary"
          startIcon={<Download />}
          loading={isBusy}
          onClick={() => void take(download, null)}
        >
          {text('documents.download')}
        </Button>
        <Button disabled={!isShown} onClick={() => paper.current?.contentWindow?.print()}>
          {text('documents.print')}
        </Button>
      </Modal.Footer>
    </>
  );
}
