import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { Download, Eye } from '@strapi/icons';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';

import { fetchPrinted } from '../../../api/documents';
import { Paper } from '../../../components/paper';
import { useText } from '../../../text/use-text';
import { DownloadPdf } from './download-pdf';

export interface PrintedDocumentProps {
  /** Of the page, below the orders; the PDF has the same one with `.pdf`. */
  path: string;
  /** With its question mark. */
  query?: string;
  label: string;
  /** What it is, in full. */
  title: string;
  /** Of the PDF, without its ending. */
  filename: string;
}

/** Shows a document in a dialog, from where it is printed or downloaded. */
export function PrintedDocument(props: PrintedDocumentProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { label, title } = props;
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Eye />}
          aria-label={title.startsWith(label) ? title : `${label}: ${title}`}
        >
          {label}
        </Button>
      </Modal.Trigger>
      {isOpen && <Shown {...props} />}
    </Modal.Root>
  );
}

type Page = { html: string } | { problem: string } | null;

function Shown({ path, query = '', title, filename }: PrintedDocumentProps) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const paper = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Page>(null);
  const [isShown, setIsShown] = useState(false);

  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const answer = await fetchPrinted(path + query);
      const loaded =
        'error' in answer
          ? { problem: formatApiError(answer.error) }
          : { html: await answer.data.text() };
      if (isWanted) setPage(loaded);
    };
    void load();
    return () => {
      isWanted = false;
    };
    // Loaded once: the host makes a new `formatApiError` whenever it likes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [path, query]);

  return (
    <Modal.Content aria-describedby={undefined}>
      <Modal.Header closeLabel={text('dialog.close')}>
        <Modal.Title>{title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        {page && 'html' in page ? (
          <Paper
            ref={paper}
            title={title}
            srcDoc={page.html}
            onLoad={() => {
              setIsShown(true);
            }}
          />
        ) : (
          <Flex justifyContent="center" minHeight="60vh">
            {page ? (
              <Typography role="alert" textColor="danger600">
                {page.problem}
              </Typography>
            ) : (
              <Loader>{text('loading')}</Loader>
            )}
          </Flex>
        )}
      </Modal.Body>
      <Modal.Footer>
        <DownloadPdf path={path} query={query} filename={filename} startIcon={<Download />} />
        <Button disabled={!isShown} onClick={() => paper.current?.contentWindow?.print()}>
          {text('documents.print')}
        </Button>
      </Modal.Footer>
    </Modal.Content>
  );
}
