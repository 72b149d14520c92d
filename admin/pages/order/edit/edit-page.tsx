import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { ArrowClockwise, Check } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router-dom';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useFindOrderQuery } from '../../../api/orders';
import { Card } from '../../../components/card';
import { LoadError } from '../../../components/load-error';
import { UPDATE_ORDERS } from '../../../permissions';
import { useText } from '../../../text/use-text';
import { UnsavedChanges } from '../../../components/unsaved-changes';
import { useRefusalWords } from '../../order-form/use-refusal-words';
import { EditDetails } from './edit-details';
import { EditItems } from './edit-items';
import { EditPreview } from './edit-preview';
import { type Edit, useEdit } from './use-edit';

/** Changes an order, after it was shown what that comes to. */
export function EditPage() {
  return (
    <Page.Protect permissions={UPDATE_ORDERS}>
      <Loaded />
    </Page.Protect>
  );
}

function Loaded() {
  const text = useText();
  const { documentId = '' } = useParams();
  const { currentData: order, ...load } = useFindOrderQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  const back = <BackButton fallback={`/plugins/cartwright/orders/${documentId}`} />;
  if (order?.can.edit) return <Form order={order} back={back} reload={() => load.refetch()} />;
  if (!order && !load.isError) return <Page.Loading>{text('loading')}</Page.Loading>;
  return (
    <Page.Main>
      <Layouts.Header title={text('edit.unknown')} navigationAction={back} />
      <Layouts.Content>
        {order ? (
          <Typography>{text('edit.over', { number: order.number })}</Typography>
        ) : (
          <LoadError error={load.error} retry={load.refetch} isRetrying={load.isFetching} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

interface FormProps {
  order: AdminOrderDto;
  back: React.ReactNode;
  reload: () => Promise<unknown>;
}

function Form({ order, back, reload }: FormProps) {
  const text = useText();
  const navigate = useNavigate();
  const edit = useEdit(order, reload);
  const { documentId, number } = order;
  const title = text('edit.title', { number });

  // Only once the warning knows that nothing would be lost.
  useEffect(() => {
    if (edit.isSaved) navigate(`/plugins/cartwright/orders/${documentId}`, { replace: true });
  }, [edit.isSaved, documentId, navigate]);

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <UnsavedChanges when={edit.isChanged} />
      <Layouts.Header
        title={title}
        subtitle={text('edit.subtitle')}
        navigationAction={back}
        primaryAction={
          <Flex gap={2}>
            <Button
              variant="tertiary"
              disabled={!edit.isChanged || edit.isSaving}
              onClick={edit.discard}
            >
              {text('edit.discard')}
            </Button>
            <Button
              startIcon={<Check />}
              loading={edit.isSaving}
              disabled={!edit.canSave}
              onClick={() => void edit.save()}
            >
              {text('edit.save')}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        {/* The preview comes right behind the items where there is one column only, and stays beside the form elsewhere. */}
        <Grid.Root gap={4}>
          <Grid.Item col={8} m={12} s={12} xs={12} {...COLUMN}>
            <EditItems {...edit} order={order} />
          </Grid.Item>
          <Grid.Item col={4} m={12} s={12} xs={12} {...COLUMN} style={{ gridRow: 'span 2' }}>
            <Box position="sticky" top="7.2rem">
              <Preview order={order} edit={edit} />
            </Box>
          </Grid.Item>
          <Grid.Item col={8} m={12} s={12} xs={12} {...COLUMN}>
            <EditDetails {...edit} order={order} />
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

const COLUMN = {
  direction: 'column',
  alignItems: 'stretch',
  justifyContent: 'flex-start',
  gap: 4,
  minWidth: 0,
} as const;

function Preview({ order, edit }: { order: AdminOrderDto; edit: Edit }) {
  const text = useText();
  const { ofRefusal } = useRefusalWords();
  const { preview, refusal, isChanged, isStale, isConflict } = edit;
  const isSilent = isChanged && !isConflict && (refusal === null || isStale);
  return (
    <Card title={text('edit.preview')}>
      <Box aria-live="polite" aria-busy={isStale} style={isSilent ? { display: 'none' } : {}}>
        {isConflict ? (
          <Flex direction="column" alignItems="flex-start" gap={3}>
            <Typography textColor="danger600">{text('edit.conflict')}</Typography>
            <Button
              variant="secondary"
              startIcon={<ArrowClockwise />}
              onClick={() => void edit.reloadOrder()}
            >
              {text('edit.reload')}
            </Button>
          </Flex>
        ) : refusal && !isStale ? (
          <Typography textColor="danger600">
            {refusal.issues.length > 0 ? text('refusal.look-at-fields') : ofRefusal(refusal)}
          </Typography>
        ) : null}
        {!isChanged && !refusal && (
          <Typography textColor="neutral600">{text('edit.nothing-yet')}</Typography>
        )}
      </Box>
      {isChanged && preview && !isConflict && (
        <Box style={{ opacity: isStale || refusal ? 0.6 : 1 }}>
          <EditPreview order={order} edit={preview} />
        </Box>
      )}
    </Card>
  );
}
