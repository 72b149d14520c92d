import { Button, EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { Layouts } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import { PLUGIN_ID } from '../../../content-types/uids';
import type { CodeBatchDto } from '../../../server/contracts/discount-codes';
import { useText } from '../../text/use-text';
import { DownloadCodes } from './batch-actions';

interface GeneratedCodesProps {
  batch: CodeBatchDto;
  again: () => void;
}

/** They are there: what comes next is mostly a file. */
export function GeneratedCodes({ batch, again }: GeneratedCodesProps) {
  const text = useText();
  return (
    <>
      <Layouts.Header title={text('codes.generate')} subtitle={batch.name} />
      <Layouts.Content>
        <div role="status">
          <EmptyStateLayout
            hasRadius
            icon={<CheckCircle width="6rem" height="6rem" fill="success600" />}
            content={text('codes.generated', { count: batch.codes, name: batch.name })}
            action={
              <Flex gap={2} wrap="wrap" justifyContent="center">
                <DownloadCodes name={batch.name} />
                <LinkButton
                  tag={Link}
                  variant="tertiary"
                  size="S"
                  to={`/plugins/${PLUGIN_ID}/discount-codes`}
                >
                  {text('codes.to-batches')}
                </LinkButton>
                <Button variant="tertiary" size="S" onClick={again}>
                  {text('codes.again')}
                </Button>
              </Flex>
            }
          />
        </div>
      </Layouts.Content>
    </>
  );
}
