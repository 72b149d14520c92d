import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useMediaQuery } from '@strapi/strapi/admin';

import type { DriftDto } from '../../../server/contracts/rebuild';
import { Wrapping } from '../../components/wrapping';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { ProductLink } from './product-link';

/** The window that the field needs for a column of its own, beside the host's two menus. */
const WIDE = '(min-width: 1200px)';

interface DriftTableProps {
  drifted: DriftDto[];
  isMended: boolean;
}

export function DriftTable({ drifted, isMended }: DriftTableProps) {
  const text = useText();
  const isWide = useMediaQuery(WIDE);
  const columns: TextKey[] = [
    'maintenance.product',
    ...(isWide ? (['maintenance.field'] as const) : []),
    isMended ? 'maintenance.was' : 'maintenance.stored',
    isMended ? 'maintenance.is' : 'maintenance.right',
  ];
  return (
    <Table
      colCount={columns.length}
      rowCount={drifted.length + 1}
      aria-label={text('maintenance.title')}
    >
      <Thead>
        <Tr>
          {columns.map((title) => (
            <Th key={title}>
              <Typography variant="sigma" textColor="neutral600">
                {text(title)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {drifted.map((drift, index) => (
          <DriftRow key={index} drift={drift} isWide={isWide} />
        ))}
      </Tbody>
    </Table>
  );
}

function DriftRow({ drift, isWide }: { drift: DriftDto; isWide: boolean }) {
  const { field, stored, right } = drift;
  return (
    <Tr>
      <Td>
        <Wrapping minWidth="14rem" maxWidth="26rem" paddingTop={2} paddingBottom={2}>
          <ProductLink product={drift} />
          <Where drift={drift} />
          {!isWide && <FieldName name={field} />}
        </Wrapping>
      </Td>
      {isWide && (
        <Td>
          <FieldName name={field} />
        </Td>
      )}
      <ValueCell value={stored} />
      <ValueCell value={right} />
    </Tr>
  );
}

/** Which variation, or that it is what the product shows of one. */
function Where({ drift: { of, sku } }: { drift: DriftDto }) {
  const text = useText();
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {of === 'product' ? text('maintenance.page') : (sku ?? text('maintenance.variation'))}
    </Typography>
  );
}

/** As the Content Manager calls it, in every language. */
function FieldName({ name }: { name: string }) {
  return (
    <Typography tag="p" textColor="neutral800">
      {name}
    </Typography>
  );
}

function ValueCell({ value }: { value: string | null }) {
  const text = useText();
  return (
    <Td>
      <Wrapping maxWidth="20rem">
        <Typography tag="p" textColor={value === null ? 'neutral600' : 'neutral800'}>
          {value ?? text('maintenance.empty')}
        </Typography>
      </Wrapping>
    </Td>
  );
}
