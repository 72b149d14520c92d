import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, WarningCircle } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { PagesDto } from '../../../server/contracts/layout';
import type { PageOf } from '../../api/layout';
import { ConfirmButton } from '../../components/confirm-button';
import { LoadError } from '../../components/load-error';
import { Notice } from '../../components/notice';
import { UnsavedChanges } from '../../components/unsaved-changes';
import { useText } from '../../text/use-text';
import { BlockList } from './blocks/block-list';
import { isPublished } from './composition';
import { PageChoice } from './page-choice';
import { PagePreview } from './preview/page-preview';
import { SharePreview } from './preview/share-preview';
import { useBlockRights } from './use-block-rights';
import { type Composing, useComposition } from './use-composition';
import { useViews } from './use-views';

/** The blocks on the left, what they look like on the right; below each other where there is no room. */
const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 40rem), 1fr));
  gap: 2.4rem;
  align-items: start;
`;

interface LayoutPageProps extends PageOf {
  site: PagesDto;
}

export function LayoutPage({ page, locale, site }: LayoutPageProps) {
  const text = useText();
  const composing = useComposition({ page, locale });
  const { query, saved, blocks, isChanged, isBehind } = composing;
  const views = useViews(blocks, { locale, at: null });
  const title = text('layout.title');

  return (
    <Page.Main aria-busy={query.isFetching || composing.busyWith !== null}>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={<PageStatus composing={composing} />}
        primaryAction={saved && <Actions composing={composing} locale={locale} />}
      />
      <Layouts.Action
        startActions={<PageChoice page={page} locale={locale} site={site} />}
        endActions={
          saved && <SharePreview page={page} locale={locale} isChanged={isChanged} site={site} />
        }
      />
      <Layouts.Content>
        <UnsavedChanges when={isChanged} />
        {!saved && query.isError && (
          <LoadError error={query.error} retry={query.refetch} isRetrying={query.isFetching} />
        )}
        {!saved && !query.isError && <Page.Loading>{text('loading')}</Page.Loading>}
        {saved && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Box role="status">{isBehind && <Behind composing={composing} />}</Box>
            <Columns>
              <BlockList
                composing={composing}
                locale={locale}
                elsewhere={saved.elsewhere}
                views={views}
              />
              <PagePreview blocks={blocks} locale={locale} />
            </Columns>
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** What shoppers see of what is on the table. */
function PageStatus({ composing: { saved, blocks, isChanged } }: { composing: Composing }) {
  const text = useText();
  const shown = blocks.filter(({ removed }) => !removed).length;
  const [words, tone] = isChanged
    ? (['layout.status.changed', 'warning'] as const)
    : !saved || isPublished(saved)
      ? (['layout.status.published', 'success'] as const)
      : blocks.every(({ stage }) => stage === 'draft')
        ? (['layout.stage.draft', 'secondary'] as const)
        : (['layout.status.modified', 'alternative'] as const);
  return (
    <Flex gap={2} wrap="wrap" aria-live="polite">
      <Typography tag="p" variant="epsilon" textColor="neutral600">
        {text('layout.count', { count: shown })}
      </Typography>
      {saved && blocks.length > 0 && (
        <Badge
          backgroundColor={`${tone}100`}
          textColor={`${tone}700`}
          style={{ whiteSpace: 'nowrap' }}
        >
          {text(words)}
        </Badge>
      )}
    </Flex>
  );
}

function Actions({ composing, locale }: { composing: Composing; locale: string }) {
  const text = useText();
  const { saved, isChanged, busyWith, undo, saveDraft, publish, discard } = composing;
  const { mayCreate, mayUpdate, mayDelete, mayPublish } = useBlockRights(locale);
  const isPending = saved !== null && !isPublished(saved);
  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end">
      {isChanged && (
        <Button variant="tertiary" disabled={busyWith !== null} onClick={undo}>
          {text('layout.undo')}
        </Button>
      )}
      {!isChanged && isPending && mayUpdate && mayDelete && (
        <ConfirmButton
          label={text('layout.discard')}
          title={text('layout.discard')}
          variant="tertiary"
          tone="danger-light"
          icon={<WarningCircle width="2.4rem" height="2.4rem" fill="danger600" />}
          question={text('layout.discard.question')}
          disabled={busyWith !== null}
          ask={async () => {
            await discard();
            return { data: null };
          }}
          done={null}
        />
      )}
      {(mayCreate || mayUpdate || mayDelete) && (
        <Button
          variant="secondary"
          disabled={!isChanged}
          loading={busyWith === 'save'}
          onClick={() => void saveDraft()}
        >
          {text('layout.save')}
        </Button>
      )}
      {mayPublish && (
        <Button
          startIcon={<Check />}
          disabled={!isChanged && !isPending}
          loading={busyWith === 'publish'}
          onClick={() => void publish()}
        >
          {text('layout.publish')}
        </Button>
      )}
    </Flex>
  );
}

/** Somebody else has saved: nothing of theirs is overwritten, nothing of ours is lost before the editor says so. */
function Behind({ composing: { reload } }: { composing: Composing }) {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Notice tone="warning">{text('layout.behind')}</Notice>
      <Box>
        <Button variant="danger-light" size="S" onClick={() => void reload()}>
          {text('layout.behind.load')}
        </Button>
      </Box>
    </Flex>
  );
}
