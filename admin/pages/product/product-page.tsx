import { Box, Divider, LinkButton, Tabs } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Link, useNavigate, useParams } from 'react-router-dom';

import { UIDS } from '../../../content-types/uids';
import type { ProductHeadingDto } from '../../../server/contracts/variation-table';
import { useFindProductQuery } from '../../api/variation-table';
import { LoadError } from '../../components/load-error';
import { SEE_PRODUCTS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { PRODUCT_TABS } from './product-tabs';

const formOf = (documentId: string) =>
  `/content-manager/collection-types/${UIDS.product}/${documentId}`;

export function ProductPage({ tab }: { tab: string }) {
  const text = useText();
  const { documentId = '' } = useParams();
  const {
    currentData: product,
    error,
    isError,
    isFetching,
    refetch,
  } = useFindProductQuery(documentId, { refetchOnMountOrArgChange: true });

  if (isError && !product) {
    return (
      <Page.Main>
        <Layouts.Header
          title={text('product.unknown')}
          navigationAction={<Back documentId={documentId} />}
        />
        <Layouts.Content>
          <LoadError error={error} retry={refetch} isRetrying={isFetching} />
        </Layouts.Content>
      </Page.Main>
    );
  }
  if (!product) return <Page.Loading>{text('loading')}</Page.Loading>;
  return <LoadedProduct product={product} tab={tab} />;
}

function LoadedProduct({ product, tab }: { product: ProductHeadingDto; tab: string }) {
  const text = useText();
  const navigate = useNavigate();
  const maySeeForm = useGranted()(SEE_PRODUCTS);
  const title = product.title ?? text('product.untitled');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        navigationAction={<Back documentId={product.documentId} />}
        primaryAction={
          maySeeForm && (
            <LinkButton
              tag={Link}
              variant="tertiary"
              startIcon={<Pencil />}
              to={formOf(product.documentId)}
            >
              {text('product.open-form')}
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        {/* A tab is another address: the arrow keys choose, and do not open it yet. */}
        <Tabs.Root
          variant="simple"
          activationMode="manual"
          value={tab}
          onValueChange={(chosen) => {
            navigate(`../${chosen}`);
          }}
        >
          <Box paddingBottom={6}>
            <Tabs.List aria-label={title}>
              {PRODUCT_TABS.map(({ path, title: label }) => (
                <Tabs.Trigger key={path} value={path}>
                  {text(label)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Divider />
          </Box>
          {PRODUCT_TABS.map(({ path, Content }) => (
            <Tabs.Content key={path} value={path}>
              <Content product={product} />
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

const Back = ({ documentId }: { documentId: string }) => (
  <BackButton fallback={formOf(documentId)} />
);
