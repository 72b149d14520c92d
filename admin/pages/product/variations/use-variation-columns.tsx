import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { type ReactNode, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type {
  VariationField,
  VariationRowDto,
  VariationTableDto,
} from '../../../../server/contracts/variation-table';
import { currencyDecimals } from '../../../../server/domain/money/currency';
import type { GridColumn } from '../../../components/grid/grid-column';
import { Picture } from '../../../components/picture';
import type { TextKey } from '../../../text/get-translation';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { PictureChooser } from './picture-chooser';
import {
  amountCell,
  isDecimal,
  isInstant,
  lineCell,
  numberText,
  timeCell,
  timeText,
  unitsCell,
  weightCell,
} from './typed-cell';
import { YES } from './variation-sheet';

interface VariationColumn extends GridColumn {
  field: VariationField;
}

export const COLUMN_TITLES: Record<VariationField, TextKey> = {
  image: 'variation-table.image',
  unitPrice: 'variation-table.unit-price',
  salePrice: 'variation-table.sale-price',
  saleFrom: 'variation-table.sale-from',
  saleTo: 'variation-table.sale-to',
  sku: 'variation-table.sku',
  stock: 'variation-table.stock',
  weight: 'variation-table.weight',
  costPrice: 'variation-table.cost',
  isDefault: 'variation-table.default',
};

const Dot = styled.span<{ $isOn: boolean }>`
  display: inline-block;
  width: 1.6rem;
  height: 1.6rem;
  border: 1px solid
    ${({ theme, $isOn }) => ($isOn ? theme.colors.primary600 : theme.colors.neutral400)};
  border-radius: 50%;
  background: ${({ theme, $isOn }) => ($isOn ? theme.colors.primary600 : 'transparent')};
  box-shadow: inset 0 0 0 3px ${({ theme }) => theme.colors.neutral0};
  vertical-align: middle;
`;

/** The columns from left to right, in the editor's language and the shop's currency. */
export function useVariationColumns(
  { currency, pictures }: Pick<VariationTableDto, 'currency' | 'pictures'>,
  rows: ReadonlyMap<string, VariationRowDto>
): VariationColumn[] {
  const text = useText();
  const { time } = useFormats();
  const { locale } = useIntl();

  return useMemo(() => {
    const decimals = currencyDecimals(currency);
    const amounts = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: 4,
    });
    const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    const asNumber = (value: string, format: Intl.NumberFormat) =>
      isDecimal(value) ? format.format(value as unknown as number) : value;
    const imageOf = new Map(pictures.map(({ documentId, image }) => [documentId, image]));

    const column = (
      field: VariationField,
      width: number,
      rest: Omit<GridColumn, 'field' | 'title' | 'width'>
    ): VariationColumn => ({ field, title: text(COLUMN_TITLES[field]), width, ...rest });

    const amount = (
      field: VariationField,
      width: number,
      show: GridColumn['show'] = (value) => asNumber(value, amounts)
    ) =>
      column(field, width, {
        align: 'right',
        show,
        text: (value) => numberText(value, locale),
        parse: (typed) => amountCell(typed, currency, locale),
      });
    const instant = (field: VariationField) =>
      column(field, 18, {
        show: (value) => (isInstant(value) ? time(value) : value),
        text: timeText,
        parse: timeCell,
      });
    const faint = (children: ReactNode) => (
      <Typography variant="pi" textColor="neutral500">
        {children}
      </Typography>
    );

    const showSalePrice = (value: string, rowId: string) => {
      const sale = rows.get(rowId)?.sale;
      return (
        <Flex direction="column" alignItems="flex-end">
          {value !== '' && <span>{asNumber(value, amounts)}</span>}
          {sale && (
            <Typography
              variant="pi"
              textColor={sale.onNow ? 'success700' : 'neutral600'}
              ellipsis
              maxWidth="100%"
            >
              {sale.price === null ? '' : asNumber(sale.price, amounts)} {sale.title}
            </Typography>
          )}
        </Flex>
      );
    };

    return [
      column('image', 7, {
        align: 'center',
        show: (value) => (
          <Flex justifyContent="center">
            <Picture image={imageOf.get(value) ?? null} />
          </Flex>
        ),
        text: (value) => value,
        parse: (typed) => (typed === '' || imageOf.has(typed.trim()) ? typed.trim() : null),
        chooser: (cell) => <PictureChooser cell={cell} pictures={pictures} />,
      }),
      amount('unitPrice', 11, (value) =>
        value === '' ? faint(text('variation-table.no-price')) : asNumber(value, amounts)
      ),
      amount('salePrice', 15, showSalePrice),
      column('sku', 19, {
        show: (value) => (value === '' ? faint(text('variation-table.sku-made')) : value),
        text: (value) => value,
        parse: lineCell,
      }),
      column('stock', 11, {
        align: 'right',
        show: (value) =>
          value === '' ? faint(text('variation-table.not-counted')) : asNumber(value, numbers),
        text: (value) => value,
        parse: unitsCell,
      }),
      column('weight', 10, {
        align: 'right',
        show: (value) => asNumber(value, numbers),
        text: (value) => numberText(value, locale),
        parse: (typed) => weightCell(typed, locale),
      }),
      amount('costPrice', 11),
      column('isDefault', 9, {
        align: 'center',
        show: (value) => (
          <>
            <Dot $isOn={value === YES} aria-hidden />
            {value === YES && <VisuallyHidden>{text('variation-table.default')}</VisuallyHidden>}
          </>
        ),
        text: (value) => (value === YES ? '1' : ''),
        parse: () => null,
        toggle: () => YES,
      }),
      instant('saleFrom'),
      instant('saleTo'),
    ];
  }, [currency, pictures, rows, locale, text, time]);
}
